import type { Prepared, Thumbnail } from "./attachmentContent.ts";

/** Kinds every browser of ours draws. Others (SVG among them) are sent as files. */
const DRAWN: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/gif", "image/webp"]);
/** Longest side of a small copy, in pixels: sharp on a telephone. */
const LONGEST = 800;
/** Smaller images are their own small copy. */
const WORTH_BYTES = 150_000;

/** Looks at a file before it is sent, and makes an image's small copy. */
export async function prepareFile(file: File): Promise<Prepared> {
  const about = { name: file.name || "file", mimeType: file.type || "application/octet-stream", size: file.size };
  const bitmap = DRAWN.has(file.type) ? await createImageBitmap(file).catch(() => null) : null;
  if (!bitmap) return { ...about, pixels: null, thumbnail: null };
  try {
    const pixels = { width: bitmap.width, height: bitmap.height };
    const worth = file.size > WORTH_BYTES && Math.max(pixels.width, pixels.height) > LONGEST;
    return { ...about, pixels, thumbnail: worth ? await shrink(bitmap) : null };
  } finally {
    bitmap.close();
  }
}

async function shrink(bitmap: ImageBitmap): Promise<Thumbnail | null> {
  const scale = LONGEST / Math.max(bitmap.width, bitmap.height);
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.8));
  return blob && { blob, width, height };
}
