import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { type Room, RoomEvent } from "matrix-js-sdk/lib/models/room.js";

const PAGE = 50;
/** Pages a room after each gap: with more unread than that, the exact number helps nobody. */
const MOST_PAGES = 10;
const RETRY_MS = 5_000;

/**
 * Goes back in rooms where the first unread message lies before what is loaded, so that their counts are right: the
 * SDK keeps its own tally for encrypted rooms, which counts only what it has seen. One room at a time, a little each.
 */
export class UnreadDepth {
  readonly #client: MatrixClient;
  readonly #onLoaded: (roomId: string) => void;
  readonly #pages = new Map<string, number>();
  readonly #waiting = new Set<string>();
  #running = false;
  #retry: ReturnType<typeof setTimeout> | undefined;

  constructor(client: MatrixClient, onLoaded: (roomId: string) => void) {
    this.#client = client;
    this.#onLoaded = onLoaded;
  }

  /** @returns a function that ends it */
  start(): () => void {
    this.#client.on(RoomEvent.TimelineReset, this.#onReset);
    return () => {
      this.#client.off(RoomEvent.TimelineReset, this.#onReset);
      clearTimeout(this.#retry);
      this.#waiting.clear();
    };
  }

  /** The count of this room is not exact. */
  want(roomId: string): void {
    if ((this.#pages.get(roomId) ?? 0) >= MOST_PAGES) return;
    this.#waiting.add(roomId);
    if (!this.#running) void this.#run();
  }

  /** A gap: what lies in it was not counted, however often one has gone back before. */
  readonly #onReset = (room: Room | undefined): void => {
    if (room) this.#pages.delete(room.roomId);
  };

  async #run(): Promise<void> {
    this.#running = true;
    for (const roomId of this.#waiting) {
      const room = this.#client.getRoom(roomId);
      if (room && !(await this.#goBack(room))) {
        clearTimeout(this.#retry);
        this.#retry = setTimeout(() => void this.#run(), RETRY_MS);
        break; // no line: the counts stay lower bounds until it is back
      }
      this.#waiting.delete(roomId);
      this.#pages.set(roomId, (this.#pages.get(roomId) ?? 0) + 1);
      if (room) this.#onLoaded(roomId);
    }
    this.#running = false;
  }

  /** @returns false when there is no line */
  async #goBack(room: Room): Promise<boolean> {
    try {
      await this.#client.scrollback(room, PAGE);
      await room.decryptAllEvents();
      return true;
    } catch {
      return false;
    }
  }
}
