import { redrawPhoto } from "../facilities/redrawPhoto.ts";

/** The small picture: its longest side in pixels. */
const SMALL = { longest: 240, quality: 0.9 };
/** A video that shows nothing by then cannot be read here. */
const READ_MS = 10_000;

export const smallOf = (picture: Blob): Promise<Blob | null> => redrawPhoto(picture, SMALL);

/** What a video shows now, as a JPEG. */
export async function still(video: HTMLVideoElement): Promise<Blob | null> {
  if (video.videoWidth === 0) return null;
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.9));
}

/** The first picture of a video that was chosen as a file. @returns null when this browser cannot play it */
export async function firstPicture(file: Blob): Promise<Blob | null> {
  const video = document.createElement("video");
  const url = URL.createObjectURL(file);
  try {
    video.muted = true;
    video.playsInline = true;
    const drawn = new Promise((resolve, reject) => {
      video.addEventListener("loadeddata", resolve, { once: true });
      video.addEventListener("error", reject, { once: true });
      setTimeout(reject, READ_MS);
    });
    video.src = url;
    await drawn;
    return await still(video);
  } catch {
    return null;
  } finally {
    video.removeAttribute("src");
    URL.revokeObjectURL(url);
  }
}
