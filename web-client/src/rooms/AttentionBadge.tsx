import { useEffect } from "react";
import { waitingIs } from "../kit/documentTitle.ts";
import { useSnapshot } from "../kit/useViewModel.ts";
import { attentionIn } from "./need.ts";
import { useTalk } from "./TalkProvider.tsx";

/** How much waits, on the browser's tab and on the icon of the installed application. Draws nothing. */
export function AttentionBadge() {
  const { account } = useTalk();
  const count = attentionIn(useSnapshot(account.rooms));
  useEffect(() => {
    showWaiting(count);
  }, [count]);
  useEffect(() => () => showWaiting(0), []);
  return null;
}

function showWaiting(count: number): void {
  waitingIs(count);
  // Not every browser has it, and some only for an installed application.
  if ("setAppBadge" in navigator) navigator.setAppBadge(count).catch(() => undefined);
}
