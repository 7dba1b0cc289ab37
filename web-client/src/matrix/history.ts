import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { failing } from "./failures.ts";
import type { RoomChanges } from "./roomChanges.ts";

const PAGE = 60;

/** The past of rooms that are not on the screen, page by page. */
export class History {
  readonly #client: MatrixClient;
  readonly #changes: RoomChanges;

  constructor(client: MatrixClient, changes: RoomChanges) {
    this.#client = client;
    this.#changes = changes;
  }

  /** There are older events on the server. */
  hasOlder(roomId: string): boolean {
    return this.#client.getRoom(roomId)?.oldState.paginationToken != null;
  }

  /** When the oldest event that is loaded was sent, milliseconds since the epoch. */
  loadedSince(roomId: string): number | null {
    return this.#client.getRoom(roomId)?.getLiveTimeline().getEvents()[0]?.getTs() ?? null;
  }

  /** Fetches and decrypts a page of older events. @returns how many there were. @throws MatrixFailure unreachable */
  async loadOlder(roomId: string): Promise<number> {
    const room = this.#client.getRoom(roomId);
    if (!room) return 0;
    const before = room.getLiveTimeline().getEvents().length;
    await failing(() => this.#client.scrollback(room, PAGE));
    await room.decryptAllEvents();
    this.#changes.touch(roomId);
    return room.getLiveTimeline().getEvents().length - before;
  }
}
