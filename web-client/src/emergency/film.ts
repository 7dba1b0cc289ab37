/**
 * Shows the camera that looks away from its owner in a video until the signal ends it. Rejects without a camera or the
 * permission to use it.
 * @param options `sound`: with the microphone, if it may be used
 * @returns false when it was ended before it began
 */
export async function film(video: HTMLVideoElement, signal: AbortSignal, { sound = false } = {}): Promise<boolean> {
  const picture = { video: { facingMode: "environment" } };
  const { mediaDevices } = navigator;
  const stream = sound
    ? await mediaDevices.getUserMedia({ ...picture, audio: true }).catch(() => mediaDevices.getUserMedia(picture))
    : await mediaDevices.getUserMedia(picture);
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (signal.aborted) {
    stop();
    return false;
  }
  signal.addEventListener("abort", stop, { once: true });
  video.srcObject = stream;
  await video.play();
  return true;
}
