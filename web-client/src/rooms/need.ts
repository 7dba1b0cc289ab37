import type { RoomEntry } from "../matrix/models.ts";

/**
 * Why a conversation wants one: a confirmation is asked of oneself, one is meant in person, something cannot wait,
 * something is new.
 */
export type Need = "ack" | "mention" | "urgent" | "unread";

const RANKS: readonly (Need | null)[] = ["ack", "mention", "urgent", "unread", null];

/** 0 = the most pressing. */
export const rankOf = (need: Need | null): number => RANKS.indexOf(need);

type Counted = Pick<RoomEntry, "ackWanted" | "mentioned" | "urgent" | "unread" | "markedUnread" | "muted">;

/** The most pressing of them. A muted room does not call for what is merely new; what is asked of oneself it does. */
export function needOf({ ackWanted, mentioned, urgent, unread, markedUnread, muted }: Counted): Need | null {
  if (ackWanted.length > 0) return "ack";
  if (mentioned) return "mention";
  if (urgent) return "urgent";
  return !muted && (unread > 0 || markedUnread) ? "unread" : null;
}

/** What the badges of the tab and of the installed application count: messages and requests, muted rooms left out. */
export const attentionIn = (entries: readonly Counted[]): number =>
  entries
    .filter(({ muted }) => !muted)
    .reduce(
      (sum, { unread, ackWanted, markedUnread }) => sum + Math.max(unread, ackWanted.length, markedUnread ? 1 : 0),
      0,
    );
