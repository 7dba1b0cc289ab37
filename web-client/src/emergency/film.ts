/**
 * Shows the camera that looks away from its owner in a video until the signal ends it. Rejects without a camera or the
 * permission to use it.
 * @returns false when it was ended before it began
 */
export async function film(video: HTMLVideoElement, signal: AbortSignal): Promise<boolean> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
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
