import type { TimelineEvent, Unreadable } from "../matrix/models.ts";

/** A key is mostly a moment behind its message; then the keeper is asked, ever more seldom. */
const WAITS_MS = [4_000, 40_000, 300_000];
const HEALS: ReadonlySet<Unreadable> = new Set(["keyMissing", "beforeThisDevice"]);

/** Asks for the keys of a room one looks at when a message stays unreadable: what brought its key was lost. */
export class MissingKeys {
  readonly #ask: () => Promise<void>;
  #asked = 0;
  #missing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param ask has the room's keys handed on once more; rejects when there is no line */
  constructor(ask: () => Promise<void>) {
    this.#ask = ask;
  }

  /** What the room shows now. */
  look(events: readonly TimelineEvent[]): void {
    const missing = events.some(({ unreadable }) => unreadable !== null && HEALS.has(unreadable));
    if (missing === this.#missing) return;
    this.stop();
    this.#missing = missing;
    this.#askLater();
  }

  stop(): void {
    this.#missing = false;
    clearTimeout(this.#timer);
  }

  #askLater(): void {
    const wait = WAITS_MS[this.#asked];
    if (wait === undefined || !this.#missing) return;
    this.#timer = setTimeout(async () => {
      this.#asked += 1;
      await this.#ask().catch(() => undefined); // no line: the message says why it cannot be read, the next turn asks
      this.#askLater();
    }, wait);
  }
}
