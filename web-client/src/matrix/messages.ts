import { ACK_KEY, ACK_REQUEST_KEY, ackContent, URGENCY_KEY, urgency } from "@tsunagi/contracts/events";
import type { TimelineEvent } from "./models.ts";

/*
 * What counts as a message: the same for unread counts, the list's last line and the timeline.
 */

const MESSAGE = "m.room.message";
const ENCRYPTED = "m.room.encrypted";

/** Something somebody said: not a correction of it, not a confirmation, not a change of the room. */
export function isMessage(event: TimelineEvent): boolean {
  if (event.stateKey !== null) return false;
  if (event.type === ENCRYPTED) return event.relation?.type !== "m.replace";
  return event.type === MESSAGE && event.relation?.type !== "m.replace" && acknowledged(event) === null;
}

/** Id of the message this event confirms; null when it is no confirmation. */
export function acknowledged(event: TimelineEvent): string | null {
  if (event.content[ACK_KEY] === undefined || event.type !== MESSAGE || event.redactedBy !== null) return null;
  const parsed = ackContent.safeParse(event.content[ACK_KEY]);
  return parsed.success ? parsed.data.event_id : null;
}

/** Its sender asks everybody to confirm. */
export const asksForAck = (event: TimelineEvent): boolean =>
  event.redactedBy === null && event.content[ACK_REQUEST_KEY] === true;

/** Messages by others after the last one read; null when that one is not among the events. */
export function unreadAfter(events: readonly TimelineEvent[], readUpTo: string, me: string): number | null {
  const at = events.findIndex(({ eventId }) => eventId === readUpTo);
  return at < 0 ? null : countUnread(events.slice(at + 1), me, events);
}

/**
 * Messages by others. A command's answer is no news for the one who gave it.
 * @param around where one's own commands are looked for
 */
export function countUnread(events: readonly TimelineEvent[], me: string, around = events): number {
  const own = new Set(around.filter(({ sender }) => sender === me).map(({ eventId }) => eventId));
  const isAnswerToMe = ({ replyTo, content }: TimelineEvent) =>
    replyTo !== null && own.has(replyTo) && content["msgtype"] === "m.notice";
  return events.filter(
    (event) => event.sender !== me && event.redactedBy === null && isMessage(event) && !isAnswerToMe(event),
  ).length;
}

/** It cannot wait. */
export const isUrgent = ({ redactedBy, content }: TimelineEvent): boolean =>
  redactedBy === null && urgency.safeParse(content[URGENCY_KEY]).success;

/** Its sender means this person: by name, by profession, or as one of all (Matrix spec, "User and room mentions"). */
export function mentions({ redactedBy, content }: TimelineEvent, userId: string): boolean {
  if (redactedBy !== null) return false;
  const { user_ids: userIds, room } = (content["m.mentions"] ?? {}) as { user_ids?: unknown; room?: unknown };
  return room === true || (Array.isArray(userIds) && userIds.includes(userId));
}

/** What stands out among the messages of others that are not read: the homeserver cannot see it, they are encrypted. */
export function unreadMarks(events: readonly TimelineEvent[], readUpTo: string | null, me: string) {
  const from = events.findIndex(({ eventId }) => eventId === readUpTo) + 1;
  const news = readUpTo === null ? [] : events.slice(from).filter(({ sender }) => sender !== me);
  return { urgent: news.some(isUrgent), mentioned: news.some((event) => mentions(event, me)) };
}
