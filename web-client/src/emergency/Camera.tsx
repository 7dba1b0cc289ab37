import { useEffect, useRef } from "react";
import styles from "./emergency.module.css";
import { film } from "./film.ts";

/** Milliseconds between two looks at the picture. */
const INTERVAL = 250;

interface CameraProps {
  /** Looks at a frame; the next one comes when it is done. */
  readonly onFrame: (frame: ImageData) => Promise<unknown>;
  readonly onFailed: () => void;
  readonly label: string;
}

/** The camera's picture, looked at again and again while it is shown. Nothing of it is kept. */
export function Camera({ onFrame, onFailed, label }: CameraProps) {
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef({ onFrame, onFailed });
  latest.current = { onFrame, onFailed };
  useEffect(() => {
    const lifetime = new AbortController();
    watch(video.current, lifetime.signal, (frame) => latest.current.onFrame(frame)).catch(() => {
      if (!lifetime.signal.aborted) latest.current.onFailed();
    });
    return () => lifetime.abort();
  }, []);
  return <video ref={video} className={styles["video"]} aria-label={label} playsInline muted />;
}

async function watch(
  video: HTMLVideoElement | null,
  signal: AbortSignal,
  look: (frame: ImageData) => Promise<unknown>,
): Promise<void> {
  if (!video || !(await film(video, signal))) return;
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  while (!signal.aborted && context) {
    const { videoWidth, videoHeight } = video;
    if (videoWidth > 0) {
      canvas.width = videoWidth;
      canvas.height = videoHeight;
      context.drawImage(video, 0, 0);
      await look(context.getImageData(0, 0, videoWidth, videoHeight));
    }
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
}
