import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { type MatrixEvent, MatrixEventEvent } from "matrix-js-sdk/lib/models/event.js";
import { type Room, RoomEvent } from "matrix-js-sdk/lib/models/room.js";
import { RoomStateEvent } from "matrix-js-sdk/lib/models/room-state.js";

type Listener = (roomIds: ReadonlySet<string>) => void;

/**
 * The SDK's many events as one: "something changed in these rooms". Told once for all that changes in the same turn,
 * because a sync brings hundreds.
 */
export class RoomChanges {
  readonly #client: MatrixClient;
  readonly #listeners = new Set<Listener>();
  #dirty = new Set<string>();

  constructor(client: MatrixClient) {
    this.#client = client;
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Marks a room as changed by something the SDK does not tell. */
  readonly touch = (roomId: string | undefined): void => {
    if (!roomId) return;
    this.#dirty.add(roomId);
    if (this.#dirty.size > 1) return;
    queueMicrotask(() => {
      const changed = this.#dirty;
      this.#dirty = new Set();
      for (const listener of [...this.#listeners]) listener(changed);
    });
  };

  start(): void {
    const client = this.#client;
    client.on(RoomEvent.Timeline, this.#onEvent);
    client.on(RoomEvent.LocalEchoUpdated, this.#onEvent);
    client.on(RoomEvent.Redaction, this.#onEvent);
    client.on(RoomEvent.RedactionCancelled, this.#onEvent);
    client.on(RoomStateEvent.Events, this.#onEvent);
    client.on(MatrixEventEvent.Decrypted, this.#onEvent);
    client.on(MatrixEventEvent.Replaced, this.#onEvent);
    client.on(RoomEvent.TimelineReset, this.#onRoom);
    client.on(RoomEvent.MyMembership, this.#onRoom);
    client.on(RoomEvent.Receipt, this.#onReceipt);
  }

  stop(): void {
    const client = this.#client;
    client.off(RoomEvent.Timeline, this.#onEvent);
    client.off(RoomEvent.LocalEchoUpdated, this.#onEvent);
    client.off(RoomEvent.Redaction, this.#onEvent);
    client.off(RoomEvent.RedactionCancelled, this.#onEvent);
    client.off(RoomStateEvent.Events, this.#onEvent);
    client.off(MatrixEventEvent.Decrypted, this.#onEvent);
    client.off(MatrixEventEvent.Replaced, this.#onEvent);
    client.off(RoomEvent.TimelineReset, this.#onRoom);
    client.off(RoomEvent.MyMembership, this.#onRoom);
    client.off(RoomEvent.Receipt, this.#onReceipt);
  }

  readonly #onEvent = (event: MatrixEvent): void => this.touch(event.getRoomId());
  readonly #onRoom = (room: Room | undefined): void => this.touch(room?.roomId);
  readonly #onReceipt = (_event: MatrixEvent, room: Room): void => this.touch(room.roomId);
}
