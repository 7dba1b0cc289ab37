import { ACK_KEY } from "@tsunagi/contracts/events";
import { timeline } from "../i18n/ja/timeline.ts";
import { acknowledged } from "../matrix/messages.ts";
import type { Content, TimelineEvent } from "../matrix/models.ts";

/** State of one request for confirmation. */
export interface Confirmations {
  readonly confirmed: readonly { readonly userId: string; readonly at: number }[];
  readonly waiting: readonly string[];
}

/** Every confirmation in a conversation, by the message it is about. */
export function gatherConfirmations(
  events: readonly TimelineEvent[],
): ReadonlyMap<string, readonly { readonly userId: string; readonly at: number }[]> {
  const found = new Map<string, { userId: string; at: number }[]>();
  for (const event of events) {
    const about = acknowledged(event);
    if (about === null) continue;
    const known = found.get(about) ?? [];
    if (known.some(({ userId }) => userId === event.sender)) continue; // the first one counts
    found.set(about, [...known, { userId: event.sender, at: event.sentAt }]);
  }
  return found;
}

/**
 * Who has confirmed one message and who has not.
 * @param audience people in the room without bots; the one who asks is not waited for
 */
export function confirmationsOf(
  event: TimelineEvent,
  gathered: ReturnType<typeof gatherConfirmations>,
  audience: readonly string[],
): Confirmations {
  const confirmed = (gathered.get(event.eventId) ?? []).filter(({ userId }) => userId !== event.sender);
  const done = new Set([...confirmed.map(({ userId }) => userId), event.sender]);
  return { confirmed, waiting: audience.filter((userId) => !done.has(userId)) };
}

/** The confirmation itself: 確認しました for any client, whatever language this page has; structured for ours. */
export const confirmationContent = (eventId: string): Content => ({
  msgtype: "m.notice",
  body: timeline.ackDo,
  [ACK_KEY]: { event_id: eventId },
  "m.relates_to": { rel_type: "m.reference", event_id: eventId },
});
