import iconv from "iconv-lite";

/**
 * The text of a public CSV file: UTF-8 with or without BOM, else MS932 (the Shift_JIS of Windows, in old files).
 * @returns null when it is neither
 */
export function decodeFile(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const text = iconv.decode(Buffer.from(bytes), "cp932");
    return text.includes("\uFFFD") ? null : text;
  }
}
