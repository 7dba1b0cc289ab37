import { ACK_REMINDER_KEY, ackContent, ackReminderBody } from "@tsunagi/contracts/events";
import type { Content, TimelineEvent } from "../matrix/models.ts";

/** Reminding more often would only annoy. */
export const REMINDER_PAUSE_MINUTES = 30;

/** Id of the message whose missing confirmations an event reminds of; null when it does not. */
export function reminds({ content, redactedBy }: TimelineEvent): string | null {
  if (redactedBy !== null || content[ACK_REMINDER_KEY] === undefined) return null;
  const parsed = ackContent.safeParse(content[ACK_REMINDER_KEY]);
  return parsed.success ? parsed.data.event_id : null;
}

/** When the next reminder of a message may go out; null = now. Milliseconds since the epoch. */
export function nextReminderAt(events: readonly TimelineEvent[], eventId: string, now: number): number | null {
  const last = events.findLast((event) => reminds(event) === eventId);
  const next = last ? last.sentAt + REMINDER_PAUSE_MINUTES * 60_000 : 0;
  return next > now ? next : null;
}

/**
 * An answer to the message, meant for those who have not confirmed, in words any client can show.
 * @param people who is reminded, by name
 */
export function reminderContent(
  eventId: string,
  people: readonly { readonly userId: string; readonly name: string }[],
): Content {
  return {
    msgtype: "m.text",
    body: ackReminderBody(people.map(({ name }) => name)),
    [ACK_REMINDER_KEY]: { event_id: eventId },
    "m.mentions": { user_ids: people.map(({ userId }) => userId) },
    "m.relates_to": { "m.in_reply_to": { event_id: eventId } },
  };
}
