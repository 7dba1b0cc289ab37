import { type Receipt, readByReceipts } from "@tsunagi/care/bulletins/reach/readByReceipts";
import type { Care } from "@tsunagi/care/kernel/unit";
import { readRooms } from "@tsunagi/care/notices/readRooms";
import { matrixUserId } from "@tsunagi/contracts/ids";
import { errorFields, type Log } from "../log/log.ts";

/** `m.receipt` of one room, as transactions and /sync carry it (Matrix client-server API, "Receipts"). */
export interface ReceiptEvent {
  readonly room_id: string;
  readonly content: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, { readonly ts?: number }>>>>>
  >;
}

interface Dependencies {
  readonly care: Care;
  readonly log: Log;
  readonly isOwn: (userId: string) => boolean;
  /** When an event came into being; undefined when it cannot be had. */
  readonly timeOf: (roomId: string, eventId: string) => Promise<Date | undefined>;
}

/** Public receipts, threaded ones too; private ones never reach an appservice. */
const READ = "m.read";

/** The receipts among what a transaction or a sync carries beside its events. */
export const receiptEvents = (ephemeral: readonly Record<string, unknown>[]): ReceiptEvent[] =>
  ephemeral.filter(({ type }) => type === "m.receipt") as unknown as ReceiptEvent[];

/**
 * Read receipts on their way to whoever counts them. Pushed ones gather while a batch is being worked on, so that a
 * whole region reading at once makes few statements. Synapse pushes each only once: what is lost comes with the drain.
 */
export class Receipts {
  readonly #d: Dependencies;
  readonly #gathered = new Map<string, Receipt>();
  #working: Promise<void> | undefined;

  constructor(dependencies: Dependencies) {
    this.#d = dependencies;
  }

  /** Pushed receipts: nobody waits for them. */
  push(events: readonly ReceiptEvent[]): void {
    for (const receipt of events.flatMap((event) => this.#receiptsOf(event))) {
      const { matrixRoomId, userId, eventId } = receipt;
      this.#gathered.set(`${matrixRoomId} ${userId} ${eventId}`, receipt);
    }
    if (this.#gathered.size > 0) this.#working ??= this.#work().finally(() => (this.#working = undefined));
  }

  /** Fetched receipts: counted when this resolves. */
  async keep(events: readonly ReceiptEvent[]): Promise<void> {
    await this.#count(events.flatMap((event) => this.#receiptsOf(event)));
  }

  /** Resolves when everything pushed has been counted. */
  async idle(): Promise<void> {
    await this.#working;
  }

  async #work(): Promise<void> {
    while (this.#gathered.size > 0) {
      const batch = [...this.#gathered.values()];
      this.#gathered.clear();
      await this.#count(batch).catch((error: unknown) =>
        this.#d.log.warn(errorFields(error), "read receipts wait for the next drain"),
      );
    }
  }

  async #count(receipts: readonly Receipt[]): Promise<void> {
    await readByReceipts(this.#d.care, receipts, this.#d.timeOf);
    await readRooms(this.#d.care, receipts);
  }

  #receiptsOf({ room_id: matrixRoomId, content }: ReceiptEvent): Receipt[] {
    return Object.entries(content).flatMap(([eventId, kinds]) =>
      Object.entries(kinds[READ] ?? {}).flatMap(([user, { ts }]) => {
        const userId = matrixUserId.safeParse(user);
        if (!userId.success || this.#d.isOwn(user)) return [];
        return [{ matrixRoomId, userId: userId.data, eventId, at: new Date(ts ?? Date.now()) }];
      }),
    );
  }
}
