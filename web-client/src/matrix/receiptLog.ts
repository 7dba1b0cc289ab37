import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import type { MatrixEvent } from "matrix-js-sdk/lib/models/event.js";
import { type Room, RoomEvent } from "matrix-js-sdk/lib/models/room.js";
import type { ReadReceipt } from "./models.ts";

/** Receipts kept of one person in one room: enough to tell when each of the latest messages was read. */
const KEPT = 50;

type ReceiptContent = Readonly<
  Record<string, { readonly "m.read"?: Readonly<Record<string, { readonly ts?: number }>> }>
>;

/**
 * Every read receipt as it comes. The SDK keeps only the last of each person, which says when the newest message was
 * read, not when the one before was.
 */
export class ReceiptLog {
  readonly #client: MatrixClient;
  readonly #rooms = new Map<string, readonly ReadReceipt[]>();

  constructor(client: MatrixClient) {
    this.#client = client;
  }

  start(): void {
    this.#client.on(RoomEvent.Receipt, this.#onReceipt);
  }

  stop(): void {
    this.#client.off(RoomEvent.Receipt, this.#onReceipt);
  }

  /** Receipts of a room in the order they came; the same array as long as none has come. */
  of(roomId: string): readonly ReadReceipt[] {
    return this.#rooms.get(roomId) ?? NONE;
  }

  readonly #onReceipt = (event: MatrixEvent, room: Room): void => {
    const fresh = Object.entries(event.getContent<ReceiptContent>()).flatMap(([eventId, kinds]) =>
      Object.entries(kinds["m.read"] ?? {}).map(([userId, { ts }]) => ({ userId, eventId, at: ts ?? 0 })),
    );
    const known = this.of(room.roomId);
    const added = fresh.filter(
      ({ userId, eventId }) =>
        userId !== this.#client.getUserId() &&
        room.findEventById(eventId)?.getSender() !== userId && // the SDK's guess: whoever writes has read
        !known.some((receipt) => receipt.userId === userId && receipt.eventId === eventId),
    );
    if (added.length > 0) this.#rooms.set(room.roomId, trimmed([...known, ...added]));
  };
}

const NONE: readonly ReadReceipt[] = [];

function trimmed(receipts: readonly ReadReceipt[]): readonly ReadReceipt[] {
  const counts = new Map<string, number>();
  return receipts
    .toReversed()
    .filter(({ userId }) => {
      const count = (counts.get(userId) ?? 0) + 1;
      counts.set(userId, count);
      return count <= KEPT;
    })
    .toReversed();
}
