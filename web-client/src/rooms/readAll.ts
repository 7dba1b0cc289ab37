import type { RoomEntry } from "../matrix/models.ts";

/** Time in which marking all as read can be undone: receipts cannot be taken back once they are sent. */
export const UNDO_MS = 8_000;

interface Inputs {
  /** @param upTo the last message that was there when it was decided; null = there was none */
  readonly markRead: (roomId: string, upTo: string | null) => Promise<void>;
  readonly onChange: () => void;
  readonly onFailed: () => void;
}

/** Marks conversations as read: shown at once, sent when the time to undo it is over. */
export class ReadAll {
  readonly #inputs: Inputs;
  /** The last message each was read up to, by room. */
  #held = new Map<string, string | null>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(inputs: Inputs) {
    this.#inputs = inputs;
  }

  /** From now on these show as read. */
  hold(entries: readonly RoomEntry[]): void {
    for (const { roomId, last } of entries) this.#held.set(roomId, last?.eventId ?? null);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.commit(), UNDO_MS);
    this.#inputs.onChange();
  }

  readonly undo = (): void => {
    clearTimeout(this.#timer);
    this.#held.clear();
    this.#inputs.onChange();
  };

  /** Sends it now: the time is over, or one goes away. */
  readonly commit = async (): Promise<void> => {
    clearTimeout(this.#timer);
    for (const [roomId, upTo] of [...this.#held])
      try {
        await this.#inputs.markRead(roomId, upTo);
        this.#held.delete(roomId);
      } catch {
        this.#held.clear(); // no line: what is unread is shown as unread again
        this.#inputs.onFailed();
        break;
      }
    this.#inputs.onChange();
  };

  /** The entry as it is shown: read, unless something has come since. */
  shown(entry: RoomEntry): RoomEntry {
    if (!this.#held.has(entry.roomId) || this.#held.get(entry.roomId) !== (entry.last?.eventId ?? null)) return entry;
    return { ...entry, unread: 0, urgent: false, mentioned: false, markedUnread: false };
  }
}
