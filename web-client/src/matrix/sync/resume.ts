import { type SlidingSync, SlidingSyncEvent, SlidingSyncState } from "matrix-js-sdk/lib/sliding-sync.js";

type Sync = Pick<SlidingSync, "on" | "off" | "resend">;

/**
 * Asks for news at once when the line is back or the page is looked at again after a while: a request from before a
 * phone slept may hang until it times out.
 * @param quietMs after so long without an answer the request under way counts as lost
 * @returns a function that ends it
 */
export function resume(sync: Sync, quietMs: number): () => void {
  let answeredAt = Date.now();
  const onAnswer = (state: SlidingSyncState) => {
    if (state === SlidingSyncState.Complete) answeredAt = Date.now();
  };
  const onLook = () => {
    if (document.visibilityState === "visible" && Date.now() - answeredAt > quietMs) sync.resend();
  };
  const onLine = () => sync.resend();
  sync.on(SlidingSyncEvent.Lifecycle, onAnswer);
  addEventListener("online", onLine);
  document.addEventListener("visibilitychange", onLook);
  return () => {
    sync.off(SlidingSyncEvent.Lifecycle, onAnswer);
    removeEventListener("online", onLine);
    document.removeEventListener("visibilitychange", onLook);
  };
}
