/** What stands for a character that could not be read. */
export const UNREADABLE = "\ufffd";

/**
 * The text of a code's bytes. Medication books are written in Shift_JIS; some programs write UTF-8, whose Japanese is
 * hardly ever valid by chance, so it is tried first. What neither can read becomes U+FFFD, never silently nothing.
 */
export function textOf(bytes: Uint8Array): string {
  return (strictly("utf-8", bytes) ?? new TextDecoder("shift_jis").decode(bytes)).replace(/^\ufeff/, "");
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
