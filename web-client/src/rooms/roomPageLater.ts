import { lazy, useEffect } from "react";

const load = async () => ({ default: (await import("./RoomPage.tsx")).RoomPage });
/** The list is drawn before anything more is fetched. */
const WAIT_MS = 200;

/** A conversation. What it is made of comes after the list, or at once when one is opened. */
export const RoomPageLater = lazy(load);

/** Fetches what conversations are made of while the list is looked at. */
export function useFetchRoomPage(listed: boolean): void {
  useEffect(() => {
    if (!listed) return;
    const timer = setTimeout(() => void load().catch(() => undefined), WAIT_MS); // no line: fetched when one is opened
    return () => clearTimeout(timer);
  }, [listed]);
}
