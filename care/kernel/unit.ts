import type { StaffId } from "@tsunagi/contracts/ids";
import { type AuditInput, appendAudit } from "../audit/append.ts";
import type { DeadlineSettings } from "../negotiation/deadlines.ts";
import { appendToOutbox } from "../outbox/append.ts";
import type { OutboxInput } from "../outbox/messages.ts";
import { loadActor } from "../staff/loadActor.ts";
import type { Vault } from "../vault/vault.ts";
import type { Actor, Channel, StaffActor } from "./actor.ts";
import { CareError } from "./errors.ts";
import type { Database, Tx } from "./store.ts";

/**
 * One act: one transaction, one actor, one moment. Use cases get it, do their work in it, and leave at least one
 * audit row (R9); what must leave the hub goes to the outbox.
 */
export interface Unit<A extends Actor = Actor> {
  readonly tx: Tx;
  readonly actor: A;
  readonly channel: Channel;
  readonly now: Date;
  readonly vault: Vault;
  readonly settings: CareSettings;
  audit(entry: AuditInput): void;
  send(message: OutboxInput): Promise<void>;
}

export type StaffUnit = Unit<StaffActor>;

/** Limits the use cases obey; every one is a named setting of the hub. */
export interface CareSettings {
  readonly serverName: string;
  readonly botPrefix: string;
  readonly passwordMinLength: number;
  readonly documentBytes: number;
  readonly identityReplacementMinutes: number;
  readonly sessionMinutes: number;
  readonly deadlines: DeadlineSettings;
  /** A vacancy confirmed longer ago than this is marked and ranked down. */
  readonly vacancyStaleHours: number;
  /** A facility whose last report is older than this is asked once a day. */
  readonly vacancyAskHours: number;
  /** Largest open-data file, in bytes. */
  readonly importBytes: number;
  readonly facilityPhotos: number;
  readonly facilityPhotoBytes: number;
  /** An emergency card confirmed longer ago than this many days is due. */
  readonly cardConfirmDays: number;
  /** Photos and videos of a transport are erased so many hours after they were taken. */
  readonly incidentMediaHours: number;
  /** Crew and receiving hospital can read a transport's summary for so many hours after the hand-over. */
  readonly incidentSummaryHours: number;
  /** After so many days a team is asked again. */
  readonly cardRemindDays: number;
  /** After so many minutes without an answer from the role on duty a facility's deputy is asked. */
  readonly bulletinDeputyMinutes: number;
  /** Where people open the hub; what a printed QR code begins with. */
  readonly publicUrl: string;
  /** How long somebody outside the team may read a card. */
  readonly emergencyGrantHours: number;
  /** Cards an account may open so in 24 hours. */
  readonly emergencyGrantsPerDay: number;
  /** Searches an account may make in an hour. */
  readonly emergencySearchesPerHour: number;
  /** An urgent notice not shown for so long takes the next way, or goes to the next person. */
  readonly noticeShownMinutes: number;
}

export interface CareDependencies {
  readonly database: Database;
  readonly vault: Vault;
  readonly settings: CareSettings;
  /** Called after a commit that put something into the outbox. */
  readonly onOutbox: () => void;
  readonly clock?: () => Date;
}

/** Who calls, and from where. */
export interface Caller {
  readonly staffId: StaffId;
  readonly channel: "web" | "bot";
  readonly correlationId: string;
}

export interface Care {
  /**
   * Runs a use case for a professional whose account is looked up inside the transaction. `audited: false` only for a
   * page that asks again by itself, whose row stands for a while (audit/watching).
   */
  asStaff<T>(caller: Caller, work: (unit: StaffUnit) => Promise<T>, options?: { audited: boolean }): Promise<T>;
  /** Runs a use case for the hub itself. `audited: false` only for housekeeping that touches no personal data. */
  asSystem<T>(correlationId: string, work: (unit: Unit) => Promise<T>, options?: { audited: boolean }): Promise<T>;
  /** One statement of the hub's own bookkeeping (inbox, outbox, rooms): no act, no transaction, no personal data. */
  bookkeeping<T>(statement: (tx: Tx) => Promise<T>): Promise<T>;
}

export function createCare(dependencies: CareDependencies): Care {
  const clock = dependencies.clock ?? (() => new Date());
  const run = (channel: Channel, correlationId: string, audited: boolean) =>
    new Runner(dependencies, clock(), channel, correlationId, audited);
  return {
    asStaff: (caller, work, options) =>
      run(caller.channel, caller.correlationId, options?.audited ?? true).run(
        (tx) => loadActor(tx, caller.staffId),
        work,
      ),
    asSystem: (correlationId, work, options) =>
      run("system", correlationId, options?.audited ?? true).run(async () => ({ kind: "system" }), work),
    bookkeeping: (statement) => statement(dependencies.database.direct),
  };
}

class Runner {
  readonly #dependencies: CareDependencies;
  readonly #now: Date;
  readonly #channel: Channel;
  readonly #correlationId: string;
  readonly #audited: boolean;

  constructor(dependencies: CareDependencies, now: Date, channel: Channel, correlationId: string, audited: boolean) {
    this.#dependencies = dependencies;
    this.#now = now;
    this.#channel = channel;
    this.#correlationId = correlationId;
    this.#audited = audited;
  }

  async run<A extends Actor, T>(load: (tx: Tx) => Promise<A>, work: (unit: Unit<A>) => Promise<T>): Promise<T> {
    const { database, onOutbox } = this.#dependencies;
    const act: Act = { entries: [], sent: 0, actor: undefined };
    try {
      const result = await database.transaction(async (tx) => {
        const actor = await load(tx);
        act.actor = actor;
        const value = await work(this.#unit(tx, actor, act));
        if (this.#audited && act.entries.length === 0) throw new Error("a use case left no audit row");
        await this.#append(tx, actor, act.entries);
        return value;
      });
      if (act.sent > 0) onOutbox();
      return result;
    } catch (error) {
      await this.#recordRefusal(error, act);
      throw error;
    }
  }

  #unit<A extends Actor>(tx: Tx, actor: A, act: Act): Unit<A> {
    const { vault, settings } = this.#dependencies;
    return {
      tx,
      actor,
      channel: this.#channel,
      now: this.#now,
      vault,
      settings,
      audit: (entry) => act.entries.push(entry),
      send: async (message) => {
        act.sent += 1;
        await appendToOutbox(tx, vault, message);
      },
    };
  }

  async #append(tx: Tx, actor: Actor, entries: readonly AuditInput[]): Promise<void> {
    if (entries.length === 0) return;
    const context = { at: this.#now, actor, channel: this.#channel, correlationId: this.#correlationId };
    await appendAudit(tx, this.#dependencies.vault, context, entries);
  }

  /**
   * A refusal is itself worth a row: who tried what. The act's own transaction is rolled back by then. Whoever is
   * nobody any more stands in the row as its subject.
   */
  async #recordRefusal(error: unknown, act: Act): Promise<void> {
    if (!(error instanceof CareError) || !error.denied) return;
    const actor = act.actor ?? { kind: "system" };
    const entry: AuditInput = { ...error.denied, outcome: "denied" };
    await this.#dependencies.database.transaction((tx) => this.#append(tx, actor, [entry]));
  }
}

interface Act {
  readonly entries: AuditInput[];
  sent: number;
  actor: Actor | undefined;
}
