import type { ReadReceipt, TimelineEvent } from "../matrix/models.ts";

export interface Reader {
  readonly userId: string;
  /** When it was read, as near as is known: milliseconds since the epoch. */
  readonly at: number;
}

export interface Reading {
  readonly read: readonly Reader[];
  readonly unread: readonly string[];
}

/**
 * Who has read which message. A receipt says "everything up to here": a message is read by whoever has a receipt on it
 * or on something after it, and the earliest such receipt says when.
 */
export class Readings {
  readonly #positions: ReadonlyMap<string, number>;
  readonly #byUser: ReadonlyMap<string, readonly { readonly position: number; readonly at: number }[]>;
  readonly #audience: readonly string[];
  /** How far each of the audience has read, nearest to the beginning first. */
  readonly #furthest: readonly number[];

  /** @param audience user ids whose reading counts: people in the room, without oneself and without bots */
  constructor(events: readonly TimelineEvent[], receipts: readonly ReadReceipt[], audience: readonly string[]) {
    this.#positions = new Map(events.map(({ eventId }, position) => [eventId, position]));
    this.#audience = audience;
    const byUser = new Map<string, { position: number; at: number }[]>();
    for (const { userId, eventId, at } of receipts) {
      const position = this.#positions.get(eventId);
      if (position === undefined) continue; // on something older than what is loaded
      const known = byUser.get(userId);
      if (known) known.push({ position, at });
      else byUser.set(userId, [{ position, at }]);
    }
    this.#byUser = byUser;
    this.#furthest = audience
      .map((userId) => Math.max(-1, ...(byUser.get(userId) ?? []).map(({ position }) => position)))
      .sort((a, b) => a - b);
  }

  /** How many have read it; cheap, for every message on the screen. */
  count(eventId: string): number {
    const position = this.#positions.get(eventId);
    if (position === undefined) return 0;
    return this.#furthest.filter((furthest) => furthest >= position).length;
  }

  of(eventId: string): Reading {
    const position = this.#positions.get(eventId);
    if (position === undefined) return { read: [], unread: [] };
    const read: Reader[] = [];
    const unread: string[] = [];
    for (const userId of this.#audience) {
      const at = this.#readAt(userId, position);
      if (at === null) unread.push(userId);
      else read.push({ userId, at });
    }
    return { read: read.sort((a, b) => a.at - b.at), unread };
  }

  #readAt(userId: string, position: number): number | null {
    const times = (this.#byUser.get(userId) ?? []).filter((receipt) => receipt.position >= position);
    return times.length > 0 ? Math.min(...times.map(({ at }) => at)) : null;
  }
}
