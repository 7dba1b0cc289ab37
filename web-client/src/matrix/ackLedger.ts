import { acknowledged, asksForAck } from "./messages.ts";
import type { TimelineEvent } from "./models.ts";

/** Where the ledger is kept between two starts: ids only, and gone with everything else at sign-out. */
export interface LedgerStore {
  read(): string | null;
  write(text: string): void;
}

const STORED = "tsunagi.acks";

export const browserLedger: LedgerStore = {
  read: () => localStorage.getItem(STORED),
  write: (text) => localStorage.setItem(STORED, text),
};

/** Requests kept of one room: more than anybody leaves open. */
const MOST = 100;

/**
 * Requests for confirmation that wait, by room, also of messages that are not loaded any more. Requests are encrypted:
 * the server cannot count them, and after a gap or a start only the newest messages are there.
 */
export class AckLedger {
  readonly #store: LedgerStore;
  readonly #waiting: Map<string, readonly string[]>;

  constructor(store: LedgerStore) {
    this.#store = store;
    this.#waiting = read(store);
  }

  /**
   * Takes in what the loaded events of a room say.
   * @param me whose confirmation is meant
   * @returns ids of messages that wait, oldest first; the same array as long as nothing has changed
   */
  take(roomId: string, events: readonly TimelineEvent[], me: string): readonly string[] {
    const before = this.of(roomId);
    const asked = events.filter((event) => event.sender !== me && asksForAck(event)).map(({ eventId }) => eventId);
    const settled = new Set<string | null>(events.filter(({ sender }) => sender === me).map(acknowledged));
    for (const { eventId, redactedBy } of events) if (redactedBy !== null) settled.add(eventId);
    const known = new Set(asked);
    const older = before.filter((eventId) => !known.has(eventId));
    return this.#put(roomId, [...older, ...asked].filter((eventId) => !settled.has(eventId)).slice(-MOST));
  }

  of(roomId: string): readonly string[] {
    return this.#waiting.get(roomId) ?? NONE;
  }

  /** The server says that this one is confirmed or taken back. */
  settle(roomId: string, eventId: string): void {
    this.#put(
      roomId,
      this.of(roomId).filter((waiting) => waiting !== eventId),
    );
  }

  #put(roomId: string, next: readonly string[]): readonly string[] {
    const before = this.of(roomId);
    if (before.length === next.length && before.every((eventId, i) => eventId === next[i])) return before;
    if (next.length > 0) this.#waiting.set(roomId, next);
    else this.#waiting.delete(roomId);
    this.#store.write(JSON.stringify([...this.#waiting]));
    return this.of(roomId);
  }
}

const NONE: readonly string[] = [];

function read(store: LedgerStore): Map<string, readonly string[]> {
  try {
    return new Map(JSON.parse(store.read() ?? "[]") as [string, string[]][]);
  } catch {
    return new Map(); // not ours: the loaded messages fill it again
  }
}
