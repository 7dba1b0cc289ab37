import type { MatrixEvent } from "../matrix/events.ts";
import type { Incoming } from "./incoming.ts";
import type { RequestSender } from "./requestSender.ts";

/** Where a bot's small facts are kept; never in the key store, which may be lost. */
export interface BotMemory {
  read(key: string): Promise<string | undefined>;
  write(key: string, value: string): Promise<void>;
}

interface SyncResponse {
  readonly next_batch: string;
  readonly to_device?: { events?: Record<string, unknown>[] };
  readonly device_lists?: { changed?: string[]; left?: string[] };
  readonly device_one_time_keys_count?: Record<string, number>;
  readonly device_unused_fallback_key_types?: string[];
  readonly rooms?: { join?: Record<string, JoinedRoom> };
}

interface JoinedRoom {
  readonly timeline?: Timeline;
  readonly state?: { readonly events?: MatrixEvent[] };
  readonly ephemeral?: { readonly events?: Record<string, unknown>[] };
}

interface Timeline {
  readonly events?: MatrixEvent[];
  readonly limited?: boolean;
  readonly prev_batch?: string;
}

export interface Drained {
  readonly toDevice: number;
  /** Events since the last drain; most have come by transaction already. */
  readonly events: number;
  /** Rooms whose gap was longer than one page and was read back by /messages. */
  readonly gaps: number;
}

/** Where drained events go. */
export interface EventKeeper {
  /** Keeps them for good before the position moves on; oldest first within a room. Known ones are left alone. */
  keep(events: readonly MatrixEvent[]): Promise<void>;
}

/** Where drained read receipts go. */
export interface ReceiptKeeper {
  /** Read receipts since the last drain. */
  keepReceipts(ephemeral: readonly Record<string, unknown>[]): Promise<void>;
}

const TYPES = [
  "m.room.encrypted",
  "m.room.message",
  "m.room.member",
  "m.room.redaction",
  "m.room.encryption",
  "m.room.history_visibility",
];
const PAGE = 100;
const NONE = { types: [] };
const FILTER = JSON.stringify({
  room: {
    timeline: { limit: PAGE, types: TYPES },
    state: { types: TYPES.slice(2) },
    ephemeral: { types: ["m.receipt"] },
    account_data: NONE,
  },
  presence: NONE,
  account_data: NONE,
});
const SINCE = "sync_position";

/**
 * Fetches what Synapse did not push: it repeats a failed transaction with its events only and drops the room keys that
 * came with it, and an event can be left in its queue. The position is kept and always sent: without it Synapse would
 * answer from a cache.
 */
export class Drain {
  readonly #sender: RequestSender;
  readonly #incoming: Incoming;
  readonly #memory: BotMemory;
  readonly #keeper: EventKeeper & ReceiptKeeper;
  #running: Promise<Drained> | undefined;
  #next: Promise<Drained> | undefined;

  constructor(sender: RequestSender, incoming: Incoming, memory: BotMemory, keeper: EventKeeper & ReceiptKeeper) {
    this.#sender = sender;
    this.#incoming = incoming;
    this.#memory = memory;
    this.#keeper = keeper;
  }

  /** A drain that began after this call; callers at the same time share one. */
  run(): Promise<Drained> {
    if (!this.#running) {
      this.#running = this.#drain().finally(() => {
        this.#running = undefined;
      });
      return this.#running;
    }
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.run();
      });
    return this.#next;
  }

  #drain(): Promise<Drained> {
    return this.#incoming.serial.run(async () => {
      const drained = { toDevice: 0, events: 0, gaps: 0 };
      for (let since = await this.#memory.read(SINCE); ; ) {
        const page = await this.#sync(since);
        const received = page.to_device?.events ?? [];
        await this.#incoming.feedNow({
          toDevice: received,
          deviceLists: page.device_lists ?? {},
          keyCounts: page.device_one_time_keys_count,
          fallbackKeys: page.device_unused_fallback_key_types,
        });
        drained.toDevice += received.length;
        const receipts: Record<string, unknown>[] = [];
        for (const [roomId, { timeline, state, ephemeral }] of Object.entries(page.rooms?.join ?? {})) {
          const gap = since && timeline?.limited ? await this.#readBack(roomId, timeline.prev_batch, since) : [];
          if (gap.length > 0) drained.gaps += 1;
          const all = [...gap, ...(state?.events ?? []), ...(timeline?.events ?? [])];
          drained.events += all.length;
          await this.#keeper.keep(all.map((event) => ({ ...event, room_id: roomId })));
          for (const receipt of ephemeral?.events ?? []) receipts.push({ ...receipt, room_id: roomId });
        }
        await this.#keeper.keepReceipts(receipts);
        const finished = since !== undefined && received.length === 0;
        since = page.next_batch;
        // Only the next call with this position deletes what this one brought: everything is fed and kept by now.
        await this.#memory.write(SINCE, since);
        if (finished) return drained;
      }
    });
  }

  #sync(since: string | undefined): Promise<SyncResponse> {
    const query = { timeout: "0", filter: FILTER, ...(since ? { since } : {}) };
    return this.#sender.json<SyncResponse>("GET", "/_matrix/client/v3/sync", { query });
  }

  /**
   * Events before `from`, back to the position of the last drain; oldest first. An event that is known already says
   * nothing of those before it: Synapse, killed in between, has pushed a later one and lost an earlier one.
   */
  async #readBack(roomId: string, from: string | undefined, to: string): Promise<MatrixEvent[]> {
    const found: MatrixEvent[] = [];
    const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/messages`;
    for (let token = from; token; ) {
      const query = { dir: "b", limit: String(PAGE), from: token, to, filter: JSON.stringify({ types: TYPES }) };
      const page: { chunk: MatrixEvent[]; end?: string } = await this.#sender.json("GET", path, { query });
      found.push(...page.chunk);
      token = page.chunk.length > 0 ? page.end : undefined;
    }
    return found.reverse();
  }
}
