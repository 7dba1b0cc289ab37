import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { EventStatus, type IEvent, type MatrixEvent } from "matrix-js-sdk/lib/models/event.js";
import { type Room, RoomEvent } from "matrix-js-sdk/lib/models/room.js";
import type { Sealed } from "../vault/sealed.ts";

const RECORD = "outbox:";

/** A message on its way out, as it is kept: sealed, because it is not encrypted for its room yet. */
interface Waiting {
  readonly txnId: string;
  readonly roomId: string;
  readonly type: string;
  readonly content: Readonly<Record<string, unknown>>;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * Keeps what is written until the server has it, over reloads and days without a network. A message keeps its
 * transaction id: one the server did get, though its answer was lost, is not doubled.
 */
export class Outbox {
  readonly #client: MatrixClient;
  readonly #sealed: Sealed;
  readonly #waiting = new Map<string, Waiting>();

  constructor(client: MatrixClient, sealed: Sealed) {
    this.#client = client;
    this.#sealed = sealed;
  }

  /**
   * To be called before the client knows any room: it then asks here what waits in each.
   * @returns a function that ends it
   */
  async start(): Promise<() => void> {
    for (const name of await this.#sealed.names(RECORD).catch(() => [])) {
      const kept = await this.#sealed.read<Waiting>(name);
      if (kept) this.#waiting.set(kept.txnId, kept);
    }
    this.#client.store.getPendingEvents = async (roomId) => this.#of(roomId);
    this.#client.on(RoomEvent.LocalEchoUpdated, this.#onEcho);
    return () => this.#client.off(RoomEvent.LocalEchoUpdated, this.#onEcho);
  }

  /** What waits in a room, oldest first, as the SDK wants it. */
  #of(roomId: string): Partial<IEvent>[] {
    const here = [...this.#waiting.values()].filter((waiting) => waiting.roomId === roomId);
    return here
      .sort((a, b) => a.at - b.at)
      .map(({ txnId, type, content, at }) => ({
        event_id: `~${roomId}:${txnId}`,
        room_id: roomId,
        sender: this.#client.getSafeUserId(),
        origin_server_ts: at,
        type,
        content,
        txn_id: txnId,
      }));
  }

  readonly #onEcho = (event: MatrixEvent, room: Room, before?: unknown): void => {
    const txnId = event.getTxnId();
    if (!txnId || event.isRedaction()) return;
    if (event.status === null || event.status === EventStatus.SENT || event.status === EventStatus.CANCELLED)
      void this.#remove(txnId);
    // Without an id from before it is new; the SDK then puts the room itself in that place.
    else if (typeof before !== "string") this.#begun(event, room, txnId);
  };

  /** It has just been written, or comes back from the last time the page was open. */
  #begun(event: MatrixEvent, room: Room, txnId: string): void {
    if (hasArrived(room, txnId)) {
      room.removePendingEvent(event.getId() ?? "");
      void this.#remove(txnId);
    } else if (!this.#waiting.has(txnId)) this.#keep(event, room, txnId);
  }

  #keep({ event }: MatrixEvent, { roomId }: Room, txnId: string): void {
    const { type = "", content = {}, origin_server_ts: at = Date.now() } = event;
    if (type === "m.room.encrypted") return; // kept when it was written, before it was encrypted
    const waiting = { txnId, roomId, type, content, at };
    this.#waiting.set(txnId, waiting);
    void this.#sealed.write(RECORD + txnId, waiting).catch(() => undefined); // a full disk: then only while it is open
  }

  async #remove(txnId: string): Promise<void> {
    if (this.#waiting.delete(txnId)) await this.#sealed.remove(RECORD + txnId).catch(() => undefined);
  }
}

/** The server's copy is here already: its answer had been lost. */
const hasArrived = (room: Room, txnId: string): boolean =>
  room
    .getLiveTimeline()
    .getEvents()
    .some((event) => event.status === null && event.getUnsigned().transaction_id === txnId);
