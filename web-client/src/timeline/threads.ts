import type { Content, TimelineEvent } from "../matrix/models.ts";

/** Id of the message whose thread this event answers in; null when it is in none. */
export const threadOf = ({ relation, stateKey }: TimelineEvent): string | null =>
  relation?.type === "m.thread" && stateKey === null ? relation.eventId : null;

/** Answers in threads by the message they began with, oldest first; those taken back left out. */
export function gatherThreads(events: readonly TimelineEvent[]): ReadonlyMap<string, readonly TimelineEvent[]> {
  const found = new Map<string, TimelineEvent[]>();
  for (const event of events) {
    const root = threadOf(event);
    if (root === null || event.redactedBy !== null) continue;
    const known = found.get(root);
    if (known) known.push(event);
    else found.set(root, [event]);
  }
  return found;
}

/** An answer in a thread; for clients without threads it answers the last one (Matrix spec, "Threading"). */
export const threadContent = (root: string, last: string, body: string): Content => ({
  msgtype: "m.text",
  body,
  "m.relates_to": {
    rel_type: "m.thread",
    event_id: root,
    is_falling_back: true,
    "m.in_reply_to": { event_id: last },
  },
});
