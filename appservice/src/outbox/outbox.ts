import type { Care } from "@tsunagi/care/kernel/unit";
import { OUTBOX_PURPOSE } from "@tsunagi/care/outbox/append";
import { type OutboxKind, type OutboxPayloads, PRIORITY } from "@tsunagi/care/outbox/messages";
import * as store from "@tsunagi/care/outbox/store";
import type { Vault } from "@tsunagi/care/vault/vault";
import type { DeliveryConfig } from "../config/config.ts";
import { errorFields, type Log } from "../log/log.ts";
import { isTransient } from "../matrix/errors.ts";
import type { Metrics } from "../metrics/metrics.ts";

/** Waits for something that is not there yet, for example a room that is being made. */
export class NotYet extends Error {}

/** What is delivered: the payload, and the key that makes doing it twice harmless. */
export interface Delivery<Kind extends OutboxKind> {
  readonly key: string;
  readonly payload: OutboxPayloads[Kind];
}

/** One function a kind. Gives what is worth keeping, for example the id of the event that was sent. */
export type Deliverers = { readonly [Kind in OutboxKind]: (delivery: Delivery<Kind>) => Promise<string | null> };

interface Dependencies {
  readonly care: Care;
  readonly vault: Vault;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly deliverers: Deliverers;
  readonly config: DeliveryConfig;
}

const POLL_MS = 5_000;
/** Read beyond what can go now. A broadcast to thousands would else look through all of them after every message. */
const AT_HAND = 48;

const isBroadcast = ({ priority }: store.WaitingMessage): boolean => priority <= PRIORITY.broadcast;

const firstToGo = (a: store.WaitingMessage, b: store.WaitingMessage): number =>
  b.priority - a.priority || Number(a.id - b.id);

/**
 * Carries out what was committed, one after another in each lane, lanes side by side. A crash repeats the delivery, and
 * its key keeps it from being done twice.
 */
export class Outbox {
  readonly #d: Dependencies;
  readonly #busy = new Set<string>();
  /** Broadcast messages among those on their way. */
  #broadcasts = 0;
  /** Broadcast messages that were read together with others, of lanes that are free: they go without another look. */
  #atHand: store.WaitingMessage[] = [];
  /** There may be something that goes before what is at hand. */
  #newcomers = true;
  #wanted = false;
  #looking = false;
  #stopped = true;
  #timer: NodeJS.Timeout | undefined;
  #idle: (() => void)[] = [];

  constructor(dependencies: Dependencies) {
    this.#d = dependencies;
  }

  start(): void {
    this.#stopped = false;
    this.wake();
  }

  /** Stops taking up new messages; those on their way are finished. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    if (this.#busy.size > 0) await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** Something was committed, which may go before anything at hand: look now. */
  wake = (): void => {
    this.#newcomers = true;
    this.#goOn();
  };

  /** There is room for more. */
  readonly #goOn = (): void => {
    if (this.#stopped) return;
    this.#wanted = true;
    if (!this.#looking) void this.#look();
  };

  async #look(): Promise<void> {
    this.#looking = true;
    clearTimeout(this.#timer);
    let sleepMs = POLL_MS;
    try {
      while (this.#wanted && !this.#stopped) {
        this.#wanted = false;
        const waitMs = await this.#takeUp();
        sleepMs = Math.min(POLL_MS, waitMs);
      }
    } catch (error) {
      this.#d.log.error(errorFields(error), "the outbox could not be read");
    }
    this.#looking = false;
    if (!this.#stopped) this.#timer = setTimeout(this.wake, sleepMs);
  }

  /** @returns milliseconds until the next postponed message is due */
  async #takeUp(): Promise<number> {
    const free = this.#d.config.outboxConcurrency - this.#busy.size;
    if (free <= 0) return POLL_MS;
    if (this.#atHand.length > 0 && !this.#newcomers) {
      this.#atHand = this.#beginOf(this.#atHand, free);
      return POLL_MS;
    }
    this.#newcomers = false;
    const candidates = await this.#system((tx) => store.firstOfLanes(tx, [...this.#busy], free + AT_HAND));
    const now = Date.now();
    const due = candidates.filter((message) => message.availableAt.getTime() <= now).sort(firstToGo);
    const left = this.#beginOf(due, free);
    this.#atHand = this.#newcomers ? [] : left;
    const later = candidates.map((message) => message.availableAt.getTime() - now).filter((ms) => ms > 0);
    return Math.max(10, Math.min(POLL_MS, ...later));
  }

  /** Begins as many as may go now, of broadcasts few. @returns the broadcasts that are left */
  #beginOf(messages: readonly store.WaitingMessage[], free: number): store.WaitingMessage[] {
    const usual = messages.filter((message) => !isBroadcast(message)).slice(0, free);
    const broadcasts = messages.filter(isBroadcast);
    const room = Math.min(free - usual.length, this.#d.config.broadcastConcurrency - this.#broadcasts);
    const going = broadcasts.splice(0, Math.max(0, room));
    for (const message of [...usual, ...going]) this.#begin(message);
    return broadcasts;
  }

  #begin(message: store.WaitingMessage): void {
    const broadcast = isBroadcast(message);
    this.#busy.add(message.lane);
    if (broadcast) this.#broadcasts += 1;
    void this.#deliver(message).finally(() => {
      this.#busy.delete(message.lane);
      if (broadcast) this.#broadcasts -= 1;
      if (this.#busy.size === 0) for (const resolve of this.#idle.splice(0)) resolve();
      if (broadcast) this.#goOn();
      else this.wake(); // the lane's next may go before any broadcast
    });
  }

  async #deliver(message: store.WaitingMessage): Promise<void> {
    const kind = message.kind as OutboxKind;
    try {
      const result = await this.#carryOut(kind, message);
      await this.#system((tx) => store.markSent(tx, message.id, result));
      this.#d.metrics.outbox.inc({ kind, outcome: "sent" });
    } catch (error) {
      await this.#onFailure(kind, message, error).catch((second: unknown) => {
        this.#d.log.error({ kind, ...errorFields(second) }, "an outbox failure could not be kept");
      });
    }
  }

  async #carryOut<Kind extends OutboxKind>(kind: Kind, message: store.WaitingMessage): Promise<string | null> {
    const payload = this.#d.vault.openSystem<OutboxPayloads[Kind]>(message.sealed, OUTBOX_PURPOSE);
    return this.#d.deliverers[kind]({ key: message.idempotencyKey, payload });
  }

  /** The homeserver being away is no failure of the message: it waits as long as it takes. */
  async #onFailure(kind: OutboxKind, message: store.WaitingMessage, error: unknown): Promise<void> {
    const { retryFirstMs, retryLongestMs, outboxAttempts } = this.#d.config;
    const { error: text } = errorFields(error);
    const patient = error instanceof NotYet || isTransient(error);
    if (!patient && message.attempts + 1 >= outboxAttempts) {
      await this.#system((tx) => store.markDead(tx, message.id, text));
      this.#d.metrics.outbox.inc({ kind, outcome: "dead" });
      this.#d.log.error({ kind, id: String(message.id), ...errorFields(error) }, "an outbox message was given up");
      return;
    }
    const delayMs = Math.min(retryLongestMs, retryFirstMs * 2 ** Math.min(message.attempts, 20));
    await this.#system((tx) => store.postpone(tx, message.id, text, delayMs));
    this.#d.metrics.outbox.inc({ kind, outcome: "postponed" });
    if (!(error instanceof NotYet))
      this.#d.log.warn({ kind, id: String(message.id), delayMs, error: text }, "an outbox message waits");
  }

  #system<T>(work: (tx: Parameters<typeof store.markSent>[0]) => Promise<T>): Promise<T> {
    return this.#d.care.bookkeeping(work);
  }
}
