import { marks } from "../i18n/ja/marks.ts";
import type { TimelineEvent } from "../matrix/models.ts";

/** What care teams say most, in the words every Matrix client shows, whatever language this page has. */
export const CARE_REACTIONS = [
  { key: marks.understood, label: "marks.understood" },
  { key: marks.thanks, label: "marks.thanks" },
  { key: marks.onIt, label: "marks.onIt" },
] as const;
export const EMOJI_REACTIONS = ["👍", "🙏", "😊", "❤️", "🎉", "😢"] as const;

/** Says that one has understood; it is no confirmation where one is asked. */
export const soundsLikeConfirming = (key: string): boolean => key === marks.understood || key === marks.onIt;

/** Another client's reaction may be anything; longer ones are cut. */
const LONGEST = 20;

/** One word or emoji to a message, and who gave it. */
export interface Reaction {
  readonly key: string;
  readonly people: readonly { readonly userId: string; readonly at: number }[];
  /** One's own, to take it back. */
  readonly own: TimelineEvent | null;
}

/** Every reaction in a conversation, by the message it is to, in the order they first came. */
export function gatherReactions(
  events: readonly TimelineEvent[],
  me: string,
): ReadonlyMap<string, readonly Reaction[]> {
  const found = new Map<string, Map<string, Reaction>>();
  for (const event of events) {
    const key = keyOf(event);
    if (key === null || !event.relation) continue;
    const to = found.get(event.relation.eventId) ?? new Map<string, Reaction>();
    const known = to.get(key) ?? { key, people: [], own: null };
    if (known.people.some(({ userId }) => userId === event.sender)) continue;
    const people = [...known.people, { userId: event.sender, at: event.sentAt }];
    to.set(key, { key, people, own: event.sender === me ? event : known.own });
    found.set(event.relation.eventId, to);
  }
  return new Map([...found].map(([eventId, reactions]) => [eventId, [...reactions.values()]]));
}

function keyOf({ type, redactedBy, relation, content }: TimelineEvent): string | null {
  if (type !== "m.reaction" || redactedBy !== null || relation?.type !== "m.annotation") return null;
  const { key } = (content["m.relates_to"] ?? {}) as { readonly key?: unknown };
  return typeof key === "string" && key !== "" ? [...key].slice(0, LONGEST).join("") : null;
}

/** Equal when a view would show the same. */
export const stampOfReactions = (reactions: readonly Reaction[] | undefined): string =>
  reactions?.map(({ key, people, own }) => `${key} ${people.map(({ userId }) => userId)} ${own?.send}`).join("|") ?? "";
