import { setTimeout as delay } from "node:timers/promises";
import * as store from "@tsunagi/care/inbox/store";
import type { Care } from "@tsunagi/care/kernel/unit";
import type { EventKeeper } from "../crypto/drain.ts";
import { errorFields, type Log } from "../log/log.ts";
import { isState, type MatrixEvent } from "../matrix/events.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { Lanes } from "./lanes.ts";

/** What handling an event came to. `parked` waits for a key; everything else is finished. */
export type Outcome = "ignored" | "handled" | "redacted" | "superseded" | "unreadable" | { readonly parked: string };

export type Handler = (event: MatrixEvent, later: readonly MatrixEvent[]) => Promise<Outcome>;

interface Dependencies {
  readonly care: Care;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly concurrency: number;
  readonly isOwn: (userId: string) => boolean;
  readonly handle: Handler;
  readonly retryMs: number;
}

const KEPT = new Set(["m.room.encrypted", "m.room.message", "m.room.member", "m.room.redaction"]);
const ATTEMPTS = 5;

/**
 * The durable inbox: an event is in Postgres before Synapse is told that it was taken, and is handled exactly once,
 * in its room's order, whenever the hub is up.
 */
export class Inbox implements EventKeeper {
  readonly #d: Dependencies;
  readonly #lanes: Lanes<MatrixEvent>;
  /** Events without a key, by the session they wait for. */
  readonly #parked = new Map<string, Map<string, MatrixEvent>>();
  #paused = true;
  #held: MatrixEvent[] = [];

  constructor(dependencies: Dependencies) {
    this.#d = dependencies;
    this.#lanes = new Lanes(dependencies.concurrency, (event, later) => this.#work(event, later));
  }

  /** Keeps what concerns us, then queues what is new. */
  async keep(events: readonly MatrixEvent[]): Promise<void> {
    const ours = events.filter((event) => this.#concernsUs(event));
    if (ours.length === 0) return;
    const rows = ours.map((event) => ({
      eventId: event.event_id,
      matrixRoomId: event.room_id,
      body: JSON.stringify(event),
    }));
    const fresh = await this.#system((tx) => store.insertEvents(tx, rows));
    for (const event of ours) if (fresh.has(event.event_id)) this.#queue(event);
  }

  known(eventIds: readonly string[]): Promise<ReadonlySet<string>> {
    return this.#system((tx) => store.knownEvents(tx, eventIds));
  }

  /** Takes up what an earlier process left, then everything that has come meanwhile. */
  async start(): Promise<void> {
    const parked = await this.#system((tx) => store.unfinishedEvents(tx, "parked"));
    const pending = await this.#system((tx) => store.unfinishedEvents(tx, "pending"));
    const queued = new Set<string>();
    this.#paused = false;
    for (const { body, eventId } of [...parked, ...pending]) {
      queued.add(eventId);
      this.#queue(JSON.parse(body) as MatrixEvent);
    }
    for (const event of this.#held.splice(0)) if (!queued.has(event.event_id)) this.#queue(event);
  }

  /** Keys have come: what waited for them is tried again. */
  onRoomKeys(sessionIds: readonly string[]): void {
    for (const sessionId of sessionIds) {
      const events = this.#parked.get(sessionId);
      if (!events) continue;
      this.#parked.delete(sessionId);
      for (const event of events.values()) this.#queue(event);
    }
  }

  get parkedCount(): number {
    return [...this.#parked.values()].reduce((total, events) => total + events.size, 0);
  }

  /** Resolves when everything that came has been handled. */
  idle(): Promise<void> {
    return this.#lanes.drained();
  }

  #concernsUs(event: MatrixEvent): boolean {
    if (!KEPT.has(event.type)) return false;
    return event.type === "m.room.member" ? isState(event) : !this.#d.isOwn(event.sender);
  }

  #queue(event: MatrixEvent): void {
    if (this.#paused) this.#held.push(event);
    else this.#lanes.add(event.room_id, event);
  }

  async #work(event: MatrixEvent, later: readonly MatrixEvent[]): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#settle(event, await this.#d.handle(event, later));
        return;
      } catch (error) {
        this.#d.log.error({ event: event.event_id, attempt, ...errorFields(error) }, "an event could not be handled");
        if (attempt >= ATTEMPTS) return this.#d.metrics.events.inc({ outcome: "failed" }); // stays pending: next start
        await delay(this.#d.retryMs * 2 ** attempt);
      }
    }
  }

  async #settle(event: MatrixEvent, outcome: Outcome): Promise<void> {
    if (typeof outcome === "object") {
      this.#d.metrics.events.inc({ outcome: "parked" });
      const waiting = this.#parked.get(outcome.parked) ?? new Map<string, MatrixEvent>();
      this.#parked.set(outcome.parked, waiting.set(event.event_id, event));
      await this.#system((tx) => store.parkEvent(tx, event.event_id, outcome.parked));
      return;
    }
    this.#d.metrics.events.inc({ outcome });
    if (outcome !== "handled") await this.#system((tx) => store.finishEvents(tx, [event.event_id]));
  }

  #system<T>(work: (tx: Parameters<typeof store.parkEvent>[0]) => Promise<T>): Promise<T> {
    return this.#d.care.asSystem("inbox", (unit) => work(unit.tx), { audited: false });
  }
}
