import type { IncidentMediaType } from "@tsunagi/contracts/rest/incident";

/** One video lasts at most so long: a minute says enough, and a bad line carries it. */
export const VIDEO_SECONDS = 60;
const PART_MS = 1_000;
const BITS_A_SECOND = 1_200_000;

/** WebM first: what is cut off plays as far as it goes. MP4 for Safari, which records nothing else. */
const TYPES: readonly (readonly [IncidentMediaType, string])[] = [
  ["video/webm", "video/webm;codecs=vp8,opus"],
  ["video/webm", "video/webm"],
  ["video/mp4", "video/mp4"],
];

/** What this browser records, or nothing. */
export function recordable(): readonly [IncidentMediaType, string] | undefined {
  if (!("MediaRecorder" in globalThis)) return undefined;
  return TYPES.find(([, type]) => MediaRecorder.isTypeSupported(type));
}

interface Taken {
  readonly onPart: (bytes: Blob) => void;
  readonly onEnd: () => void;
}

/** Records what a camera shows until `stop`, or until the time is over; parts come every second. */
export function record(stream: MediaStream, mimeType: string, { onPart, onEnd }: Taken): { stop(): void } {
  const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: BITS_A_SECOND });
  const stop = () => {
    if (recorder.state !== "inactive") recorder.stop();
  };
  const limit = setTimeout(stop, VIDEO_SECONDS * 1_000);
  recorder.addEventListener("dataavailable", ({ data }) => data.size > 0 && onPart(data));
  recorder.addEventListener("stop", () => {
    clearTimeout(limit);
    onEnd();
  });
  recorder.start(PART_MS);
  return { stop };
}
