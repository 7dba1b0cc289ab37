import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import type { Room } from "matrix-js-sdk/lib/models/room.js";

const PAGE = 50;
const MOST_PAGES = 3;

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

  constructor(client: MatrixClient, onLoaded: (roomId: string) => void) {
    this.#client = client;
    this.#onLoaded = onLoaded;
  }

  /** The count of this room is not exact. */
  want(roomId: string): void {
    if ((this.#pages.get(roomId) ?? 0) >= MOST_PAGES) return;
    this.#waiting.add(roomId);
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (const roomId of this.#waiting) {
      this.#waiting.delete(roomId);
      this.#pages.set(roomId, (this.#pages.get(roomId) ?? 0) + 1);
      const room = this.#client.getRoom(roomId);
      if (room) await this.#goBack(room);
    }
    this.#running = false;
  }

  async #goBack(room: Room): Promise<void> {
    try {
      await this.#client.scrollback(room, PAGE);
      this.#onLoaded(room.roomId);
    } catch {
      // no line: the count stays a lower bound
    }
  }
}
