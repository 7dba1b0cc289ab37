/** Longest side in pixels: fills a screen, and the file stays below what the hub takes. */
const USUAL = { longest: 1600, quality: 0.82 };

/**
 * Draws a photo anew as a JPEG, upright and smaller: what the camera wrote into it (place, time, device: EXIF) is left
 * behind.
 * @returns null when the browser cannot read it
 */
export async function redrawPhoto(file: Blob, { longest, quality } = USUAL): Promise<Blob | null> {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (!bitmap) return null;
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext("2d");
  if (pen) {
    pen.fillStyle = "white"; // see-through pictures: JPEG would make it black
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  }
  bitmap.close();
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}
