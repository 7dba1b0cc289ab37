import { useEffect } from "react";
import { later } from "../i18n/later.ts";
import { texts } from "../i18n/text.ts";

const load = async () => (await import("./RoomPage.tsx")).RoomPage;
/** The list is drawn before anything more is fetched. */
const WAIT_MS = 200;

/** A conversation. What it is made of comes after the list, or at once when one is opened. */
export const RoomPageLater = later(load);

/** Without a line it is fetched when one is opened. */
const fetchAll = () => void Promise.all([load(), texts.whole()]).catch(() => undefined);

/** Fetches what conversations are made of while the list is looked at. */
export function useFetchRoomPage(listed: boolean): void {
  useEffect(() => {
    if (!listed) return;
    const timer = setTimeout(fetchAll, WAIT_MS);
    return () => clearTimeout(timer);
  }, [listed]);
}
