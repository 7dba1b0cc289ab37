import type { Content, TimelineEvent } from "../matrix/models.ts";

let count = 0;

/** An event for tests: a text by the nurse, unless said otherwise. */
export function event(change: Partial<TimelineEvent> = {}): TimelineEvent {
  count += 1;
  return {
    key: `$${count}`,
    eventId: `$${count}`,
    roomId: "!room",
    sender: "@nurse:localhost",
    sentAt: Date.parse("2026-11-22T10:00:00+09:00") + count * 1000,
    type: "m.room.message",
    stateKey: null,
    content: { msgtype: "m.text", body: "All is well" },
    previous: null,
    send: "sent",
    unreadable: null,
    decrypting: false,
    redactedBy: null,
    edited: false,
    editedAt: null,
    replyTo: null,
    relation: null,
    ...change,
  };
}

export const message = (content: Content, change: Partial<TimelineEvent> = {}): TimelineEvent =>
  event({ content, ...change });
