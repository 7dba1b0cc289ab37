/** JPEG markers (ITU T.81, B.1.1.3). */
const START = 0xd8;
const START_OF_SCAN = 0xda;
const APPLICATION_0 = 0xe0;
const APPLICATION_15 = 0xef;
const COMMENT = 0xfe;

export const looksLikeJpeg = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xff && bytes[1] === START && bytes[2] === 0xff;

/**
 * True when a JPEG carries more than is needed to draw it: EXIF (place, time, camera), XMP, comments, or segments that
 * cannot be walked. JFIF (APP0), colour profiles (APP2) and Adobe's colour transform (APP14) say nothing of the picture.
 */
export function metadataIn(bytes: Uint8Array): boolean {
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return true;
    if (marker === START_OF_SCAN) return false;
    const tells = marker >= APPLICATION_0 && marker <= APPLICATION_15 && ![0xe0, 0xe2, 0xee].includes(marker);
    if (tells || marker === COMMENT) return true;
    at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
  }
  return true;
}
