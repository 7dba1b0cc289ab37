import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import type { MatrixEvent } from "matrix-js-sdk/lib/models/event.js";
import type { Room } from "matrix-js-sdk/lib/models/room.js";

/** Deciphered at a time before the page may do something else again. */
const BATCH = 6;
/** The page is never so busy that the list stands still for longer. */
const PATIENCE_MS = 300;

/**
 * Deciphers what the list needs of rooms that are not open, while the page has nothing better to do: first the last
 * lines, then the rest, which only the counts need. Hundreds of rooms otherwise keep the page from being drawn.
 */
export class ListDecryption {
  readonly #client: MatrixClient;
  readonly #lines = new Set<MatrixEvent>();
  readonly #rest = new Set<MatrixEvent>();
  #running = false;
  /** What goes first: a room that is being opened. */
  #first: Promise<unknown> = Promise.resolve();

  constructor(client: MatrixClient) {
    this.#client = client;
  }

  want(room: Room): void {
    const closed = room
      .getLiveTimeline()
      .getEvents()
      .filter((event) => event.shouldAttemptDecryption());
    const last = closed.pop();
    if (last) this.#lines.add(last);
    for (const event of closed.reverse()) this.#rest.add(event);
    if (last && !this.#running) void this.#run();
  }

  /** The rest waits for this, and for the page to be drawn with it. */
  letFirst(work: Promise<unknown>): void {
    const drawn = work.then(afterDrawing, afterDrawing);
    this.#first = Promise.all([this.#first, drawn]);
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let batch = this.#next(); batch.length > 0; batch = this.#next()) {
      await this.#first;
      await whenIdle();
      await Promise.all(batch.filter((event) => event.shouldAttemptDecryption()).map((event) => this.#decrypt(event)));
    }
    this.#running = false;
  }

  #next(): readonly MatrixEvent[] {
    const from = this.#lines.size > 0 ? this.#lines : this.#rest;
    const batch = [...from].slice(0, BATCH);
    for (const event of batch) from.delete(event);
    return batch;
  }

  /** A failure stands on its event. */
  #decrypt(event: MatrixEvent): Promise<void> {
    return this.#client.decryptEventIfNeeded(event).catch(() => undefined);
  }
}

/** From a room's last deciphered message until people see it, on a telephone too. */
const DRAWING_MS = 100;
const afterDrawing = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, DRAWING_MS));

const whenIdle = (): Promise<unknown> =>
  new Promise((resolve) => {
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback === "function") requestIdleCallback(resolve, { timeout: PATIENCE_MS });
    else setTimeout(resolve, 20);
  });
