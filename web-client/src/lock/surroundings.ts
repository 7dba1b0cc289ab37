import type { LockSurroundings } from "./lock.model.ts";

const ACTIVITY = ["pointerdown", "keydown", "wheel", "touchmove", "scroll"] as const;
const CHANNEL = "tsunagi-lock";

/** The browser's own signs of life. */
export function browserSurroundings(): LockSurroundings {
  const channel = new BroadcastChannel(CHANNEL);
  return {
    now: () => Date.now(),
    onActivity(listener) {
      const options = { capture: true, passive: true };
      for (const type of ACTIVITY) addEventListener(type, listener, options);
      return () => {
        for (const type of ACTIVITY) removeEventListener(type, listener, options);
      };
    },
    onReturn(listener) {
      document.addEventListener("visibilitychange", listener);
      addEventListener("focus", listener);
      addEventListener("pageshow", listener);
      return () => {
        document.removeEventListener("visibilitychange", listener);
        removeEventListener("focus", listener);
        removeEventListener("pageshow", listener);
      };
    },
    onOtherLocked(listener) {
      channel.addEventListener("message", listener);
      return () => channel.removeEventListener("message", listener);
    },
    tellLocked: () => channel.postMessage("locked"),
  };
}
