import { setTimeout as delay } from "node:timers/promises";
import * as store from "@tsunagi/care/inbox/store";
import type { Care } from "@tsunagi/care/kernel/unit";
import type { EventKeeper } from "../crypto/drain.ts";
import { errorFields, type Log } from "../log/log.ts";
import { isTransient } from "../matrix/errors.ts";
import { isState, type MatrixEvent } from "../matrix/events.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { Lanes } from "./lanes.ts";

/** What handling an event came to. `parked` waits for a key; everything else is finished. */
export type Outcome = "ignored" | "handled" | "redacted" | "superseded" | "unreadable" | { readonly parked: string };

/** @param kept resolves when the event is in Postgres; nothing may be concluded from it before */
export type Handler = (event: MatrixEvent, later: readonly MatrixEvent[], kept: Promise<void>) => Promise<Outcome>;

interface Dependencies {
  readonly care: Care;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly concurrency: number;
  readonly isOwn: (userId: string) => boolean;
  readonly handle: Handler;
  readonly retryMs: number;
}

interface Item {
  readonly event: MatrixEvent;
  readonly kept: Promise<void>;
}

const KEPT = new Set(["m.room.encrypted", "m.room.message", "m.room.member", "m.room.redaction"]);
/** Failures, other than the homeserver being away, after which an event is left for the next start. */
const ATTEMPTS = 5;
const LONGEST_RETRY_MS = 10_000;
const REMEMBERED = 20_000;
const alreadyKept = Promise.resolve();

/**
 * The durable inbox: an event is in Postgres before Synapse is told that it was taken, and is handled exactly once, in
 * its room's order, whenever the hub is up.
 */
export class Inbox implements EventKeeper {
  readonly #d: Dependencies;
  readonly #lanes: Lanes<Item>;
  /** Events without a key, by the session they wait for. */
  readonly #parked = new Map<string, Map<string, MatrixEvent>>();
  /** One set an event being tried: sessions whose keys have come since, which the trial may have looked for too early. */
  readonly #trials = new Set<Set<string>>();
  /** Ids this process has queued: the same event comes by transaction and by drain. */
  readonly #queued = new Set<string>();
  #paused = true;
  #held: Item[] = [];

  constructor(dependencies: Dependencies) {
    this.#d = dependencies;
    this.#lanes = new Lanes(dependencies.concurrency, (item, later) => this.#work(item, later));
  }

  /** Fetched events: kept first, then what is new is queued. */
  async keep(events: readonly MatrixEvent[]): Promise<void> {
    const ours = events.filter((event) => this.#concernsUs(event));
    const fresh = await this.#insert(ours);
    for (const event of ours) if (fresh.has(event.event_id)) this.#queue({ event, kept: alreadyKept });
  }

  /** Pushed events: deciphering begins while they are being kept; nothing is concluded before they are. */
  async take(events: readonly MatrixEvent[]): Promise<void> {
    const ours = events.filter((event) => this.#concernsUs(event) && !this.#queued.has(event.event_id));
    const keeping = this.#insert(ours).then(() => undefined);
    for (const event of ours) this.#queue({ event, kept: keeping });
    try {
      await keeping;
    } catch (error) {
      for (const { event_id: id } of ours) this.#queued.delete(id); // Synapse brings them again
      throw error;
    }
  }

  /** Takes up what an earlier process left, then everything that has come meanwhile. */
  async start(): Promise<void> {
    const left = await this.#d.care.bookkeeping(async (tx) => [
      ...(await store.unfinishedEvents(tx, "parked")),
      ...(await store.unfinishedEvents(tx, "pending")),
    ]);
    this.#paused = false;
    const held = this.#held.splice(0);
    for (const { event } of held) this.#queued.delete(event.event_id);
    for (const { body } of left) this.#queue({ event: JSON.parse(body) as MatrixEvent, kept: alreadyKept });
    for (const item of held) this.#queue(item);
  }

  /** Keys have come: what waited for them is tried again. */
  onRoomKeys(sessionIds: readonly string[]): void {
    for (const sessionId of sessionIds) {
      for (const came of this.#trials) came.add(sessionId);
      const events = this.#parked.get(sessionId);
      if (!events) continue;
      this.#parked.delete(sessionId);
      for (const event of events.values()) {
        this.#queued.delete(event.event_id);
        this.#queue({ event, kept: alreadyKept });
      }
    }
  }

  /** Resolves when everything that came has been handled. */
  idle(): Promise<void> {
    return this.#lanes.drained();
  }

  #concernsUs(event: MatrixEvent): boolean {
    if (!KEPT.has(event.type)) return false;
    return event.type === "m.room.member" ? isState(event) : !this.#d.isOwn(event.sender);
  }

  async #insert(events: readonly MatrixEvent[]): Promise<ReadonlySet<string>> {
    const rows = events.map((event) => ({
      eventId: event.event_id,
      matrixRoomId: event.room_id,
      body: JSON.stringify(event),
    }));
    return this.#d.care.bookkeeping((tx) => store.insertEvents(tx, rows));
  }

  #queue(item: Item): void {
    const { event_id: id, room_id: room } = item.event;
    if (this.#queued.has(id)) return;
    this.#queued.add(id);
    const [oldest] = this.#queued;
    if (this.#queued.size > REMEMBERED && oldest) this.#queued.delete(oldest);
    if (this.#paused) this.#held.push(item);
    else this.#lanes.add(room, item);
  }

  async #work({ event, kept }: Item, later: readonly Item[]): Promise<void> {
    const behind = later.map((item) => item.event);
    for (let failures = 0, attempt = 1; ; attempt += 1) {
      try {
        while (!(await this.#try(event, behind, kept))) {
          // its key came while it was looked for: once more
        }
        return;
      } catch (error) {
        if (!isTransient(error)) failures += 1; // the homeserver being away is no failure of the event
        this.#d.log.error({ event: event.event_id, attempt, ...errorFields(error) }, "an event could not be handled");
        if (failures >= ATTEMPTS) return this.#d.metrics.events.inc({ outcome: "failed" }); // stays pending: next start
        await delay(Math.min(LONGEST_RETRY_MS, this.#d.retryMs * 2 ** attempt));
      }
    }
  }

  /** @returns false when the key it lacked has come meanwhile, so that nobody would wake it */
  async #try(event: MatrixEvent, behind: readonly MatrixEvent[], kept: Promise<void>): Promise<boolean> {
    const came = new Set<string>();
    this.#trials.add(came);
    try {
      const outcome = await this.#d.handle(event, behind, kept);
      await kept;
      if (typeof outcome === "object" && came.has(outcome.parked)) return false;
      await this.#settle(event, outcome);
      return true;
    } finally {
      this.#trials.delete(came);
    }
  }

  async #settle(event: MatrixEvent, outcome: Outcome): Promise<void> {
    if (typeof outcome === "object") {
      this.#d.metrics.events.inc({ outcome: "parked" });
      const waiting = this.#parked.get(outcome.parked) ?? new Map<string, MatrixEvent>();
      this.#parked.set(outcome.parked, waiting.set(event.event_id, event));
      await this.#d.care.bookkeeping((tx) => store.parkEvent(tx, event.event_id, outcome.parked));
      return;
    }
    this.#d.metrics.events.inc({ outcome });
    if (outcome !== "handled") await this.#d.care.bookkeeping((tx) => store.finishEvents(tx, [event.event_id]));
  }
}
