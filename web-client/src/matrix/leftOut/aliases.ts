/** Parts of the SDK that the client does without, as its modules import them, and the file here that stands in. */
export const leftOut = [
  {
    find: /^\.\/webrtc\/(?:call|callEventHandler|groupCall|groupCallEventHandler|mediaHandler)\.js$/,
    file: "calls.ts",
  },
  { find: /^\.\/matrixrtc\/MatrixRTCSessionManager\.js$/, file: "calls.ts" },
  { find: /^\.\/(?:libolm_migration|autodiscovery|models\/MSC3089TreeSpace)\.js$/, file: "neverAsked.ts" },
  { find: /^matrix-events-sdk$/, file: "eventsSdk.ts" },
  { find: /^unhomoglyph$/, file: "lookalikes.ts" },
] as const;
