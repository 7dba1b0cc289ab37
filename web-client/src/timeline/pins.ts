import type { TimelineEvent } from "../matrix/models.ts";

/** More would not be looked at; whoever wants another takes one off first. */
export const MOST_PINS = 20;

/** An important message; null as long as it is not there. */
export interface Pinned {
  readonly eventId: string;
  readonly event: TimelineEvent | null;
}

/** What is pinned and not taken back, last pinned first. */
export function pinnedMessages(
  pinned: readonly string[],
  known: ReadonlyMap<string, TimelineEvent | null>,
): readonly Pinned[] {
  return pinned
    .map((eventId) => ({ eventId, event: known.get(eventId) ?? null }))
    .filter(({ event }) => event === null || event.redactedBy === null)
    .reverse();
}

export const withPin = (pinned: readonly string[], eventId: string): readonly string[] =>
  pinned.includes(eventId) ? pinned : [...pinned, eventId];

export const withoutPin = (pinned: readonly string[], eventId: string): readonly string[] =>
  pinned.filter((other) => other !== eventId);
