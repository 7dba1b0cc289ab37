import type { TimelineEvent } from "../matrix/models.ts";
import type { TimelinePort } from "./ports.ts";
import type { Row } from "./rows.ts";

/** Messages that are shown away from their place (quoted, pinned): those that are loaded as they are now, the others fetched once. */
export class Quotes {
  readonly #timeline: Pick<TimelinePort, "find">;
  readonly #onFetched: () => void;
  readonly #fetched = new Map<string, TimelineEvent | null>();

  constructor(timeline: Pick<TimelinePort, "find">, onFetched: () => void) {
    this.#timeline = timeline;
    this.#onFetched = onFetched;
  }

  /** By event id; null for one that is not there (yet). */
  of(
    rows: readonly Row[],
    events: readonly TimelineEvent[],
    further: readonly string[] = [],
  ): ReadonlyMap<string, TimelineEvent | null> {
    const loaded = new Map(events.map((event) => [event.eventId, event]));
    const quotes = new Map<string, TimelineEvent | null>();
    const replies = rows.map((row) => (row.kind === "message" ? row.event.replyTo : null));
    for (const quoted of [...further, ...replies]) {
      if (quoted === null || quotes.has(quoted)) continue;
      const event = loaded.get(quoted) ?? this.#fetched.get(quoted);
      if (event === undefined) void this.#fetch(quoted);
      quotes.set(quoted, event ?? null);
    }
    return quotes;
  }

  async #fetch(eventId: string): Promise<void> {
    this.#fetched.set(eventId, null); // asked for
    const event = await this.#timeline.find(eventId);
    if (!event) return;
    this.#fetched.set(eventId, event);
    this.#onFetched();
  }
}
