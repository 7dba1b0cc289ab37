import type { Prepared, Thumbnail } from "./attachmentContent.ts";

/** Kinds that are drawn anew before they leave. Others (moving GIFs and SVG among them) are sent as they are. */
const REDRAWN: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/webp"]);
const DRAWN: ReadonlySet<string> = new Set([...REDRAWN, "image/gif"]);
/** Longest side of a photo in pixels: enough to read a label on, a fifth of what a camera makes. */
const PHOTO_LONGEST = 2048;
/** Longest side of a small copy: sharp on a telephone. */
const SMALL_LONGEST = 800;
/** Smaller images are their own small copy. */
const WORTH_BYTES = 150_000;

/** The browser cannot read the image: what is hidden in it (where it was taken) could not be taken out. */
export class UnreadableImage extends Error {}

export type ImageSize = "normal" | "original";

/**
 * Looks at a file before it is sent. A photo is drawn anew: upright as the camera was held, without what the camera
 * wrote into it (place, time, device: EXIF), and smaller unless the original size is wished.
 * @throws UnreadableImage
 */
export async function prepareFile(file: File, size: ImageSize): Promise<Prepared> {
  const about = { name: file.name || "file", mimeType: file.type || "application/octet-stream" };
  const asItIs = { ...about, blob: file, pixels: null, thumbnail: null, voice: null };
  if (!DRAWN.has(file.type)) return asItIs;
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (!bitmap && REDRAWN.has(file.type)) throw new UnreadableImage(file.type);
  if (!bitmap) return asItIs;
  try {
    const blob = REDRAWN.has(file.type) ? await redraw(bitmap, file.type, size) : file;
    const pixels = fit(bitmap, blob === file || size === "original" ? Number.POSITIVE_INFINITY : PHOTO_LONGEST);
    const worth = blob.size > WORTH_BYTES && Math.max(pixels.width, pixels.height) > SMALL_LONGEST;
    return { ...asItIs, ...renamed(about, blob), blob, pixels, thumbnail: worth ? await shrink(bitmap) : null };
  } finally {
    bitmap.close();
  }
}

async function redraw(bitmap: ImageBitmap, type: string, size: ImageSize): Promise<Blob> {
  const blob = await draw(
    bitmap,
    fit(bitmap, size === "normal" ? PHOTO_LONGEST : Number.POSITIVE_INFINITY),
    type,
    0.88,
  );
  if (!blob) throw new UnreadableImage(type);
  return blob;
}

async function shrink(bitmap: ImageBitmap): Promise<Thumbnail | null> {
  const { width, height } = fit(bitmap, SMALL_LONGEST);
  const blob = await draw(bitmap, { width, height }, "image/jpeg", 0.8);
  return blob && { blob, width, height };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function fit({ width, height }: Size, longest: number): Size {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function draw(bitmap: ImageBitmap, { width, height }: Size, type: string, quality: number): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality));
}

/** Safari draws WebP as PNG: the name then ends as its content is. */
function renamed(about: { readonly name: string; readonly mimeType: string }, { type }: Blob) {
  if (type === about.mimeType || type === "") return about;
  return { name: `${about.name.replace(/\.\w+$/, "")}.${type.split("/")[1] ?? "png"}`, mimeType: type };
}
