import { RelationType } from "matrix-js-sdk/lib/@types/event.js";
import type { MatrixClient } from "matrix-js-sdk/lib/client.js";

/** Requests asked about at one start or after one gap; the rest wait for the next. */
const MOST = 20;

/**
 * Whether requests whose messages are not loaded still wait. A confirmation is encrypted, but what it refers to is not:
 * the server can say whether one has answered, and whether the message was taken back.
 */
export class AckCheck {
  readonly #client: MatrixClient;
  readonly #onSettled: (roomId: string, eventId: string) => void;
  readonly #asked = new Set<string>();
  #left = MOST;

  constructor(client: MatrixClient, onSettled: (roomId: string, eventId: string) => void) {
    this.#client = client;
    this.#onSettled = onSettled;
  }

  /** The line was away: what was asked before may have been answered elsewhere. */
  again(): void {
    this.#asked.clear();
    this.#left = MOST;
  }

  want(roomId: string, eventId: string): void {
    if (this.#asked.has(eventId) || this.#left <= 0) return;
    this.#asked.add(eventId);
    this.#left -= 1;
    void this.#ask(roomId, eventId);
  }

  async #ask(roomId: string, eventId: string): Promise<void> {
    try {
      const me = this.#client.getUserId();
      const { chunk } = await this.#client.fetchRelations(roomId, eventId, RelationType.Reference, null, {
        limit: 100,
      });
      const event = await this.#client.fetchRoomEvent(roomId, eventId);
      const takenBack = event.unsigned?.redacted_because !== undefined;
      if (takenBack || chunk.some(({ sender }) => sender === me)) this.#onSettled(roomId, eventId);
    } catch {
      this.#asked.delete(eventId); // no line: asked again later
    }
  }
}
