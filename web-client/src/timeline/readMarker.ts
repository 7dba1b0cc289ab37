import type { RoomTimelineSnapshot, TimelineEvent } from "../matrix/models.ts";
import type { TimelinePort } from "./ports.ts";

const PAUSE_MS = 250;

/** Sends read receipts: only forward, and one for a screen that is scrolled through. */
export class ReadMarker {
  readonly #timeline: Pick<TimelinePort, "markRead">;
  #sent: string | null = null;
  #next: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(timeline: Pick<TimelinePort, "markRead">) {
    this.#timeline = timeline;
  }

  /**
   * Everything up to the row with this key has been on the screen.
   * @param isRow what follows without a row of its own (a confirmation, say) is read with it
   */
  seen(snapshot: RoomTimelineSnapshot, key: string, isRow: (event: TimelineEvent) => boolean): void {
    const { events } = snapshot;
    let at = events.findIndex((event) => event.key === key);
    if (at < 0) return;
    for (let next = events[at + 1]; next && !isRow(next); next = events[at + 1]) at += 1;
    while (at >= 0 && events[at]?.eventId.startsWith("~")) at -= 1; // not on the server yet
    const event = events[at];
    if (!event) return;
    const position = (eventId: string | null) => events.findIndex((candidate) => candidate.eventId === eventId);
    const furthest = Math.max(position(snapshot.readUpTo), position(this.#sent), position(this.#next));
    if (at <= furthest) return;
    this.#next = event.eventId;
    this.#timer ??= setTimeout(() => this.flush(), PAUSE_MS);
  }

  /** Sends what waits. Failing is not told: the next message seen sends a later one. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const eventId = this.#next;
    if (eventId === null) return;
    this.#next = null;
    this.#sent = eventId;
    this.#timeline.markRead(eventId).catch(() => {
      if (this.#sent === eventId) this.#sent = null;
    });
  }
}
