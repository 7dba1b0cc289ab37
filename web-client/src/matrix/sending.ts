import { EventType, RelationType } from "matrix-js-sdk/lib/@types/event.js";
import type { RoomMessageEventContent } from "matrix-js-sdk/lib/@types/events.js";
import { ClientEvent, type MatrixClient } from "matrix-js-sdk/lib/client.js";
import { EventStatus, MatrixEvent, MatrixEventEvent } from "matrix-js-sdk/lib/models/event.js";
import type { Room } from "matrix-js-sdk/lib/models/room.js";
import { RoomStateEvent } from "matrix-js-sdk/lib/models/room-state.js";
import { toTimelineEvent } from "./eventModel.ts";
import { failing } from "./failures.ts";
import type { Content } from "./models.ts";
import { changePins } from "./pins.ts";

/** Sends into rooms. What is sent stands in the timeline at once; how far it has come is told there. */
export class Sender {
  readonly #client: MatrixClient;
  readonly #isOffline: () => boolean;

  constructor(client: MatrixClient, isOffline: () => boolean) {
    this.#client = client;
    this.#isOffline = isOffline;
  }

  /**
   * Sends a message, encrypted. Never throws: a message that could not be sent says so itself. Right after a start the
   * room may not be there yet; the SDK would then send in plain text, so this waits until it knows how to encrypt.
   * @param txnId the same again when it may have been sent before: the server takes it once
   * @returns once it stands on the server, however long that takes, or was given up
   */
  async send(roomId: string, content: Content, txnId = this.#client.makeTxnId()): Promise<void> {
    if (!this.#canEncrypt(roomId)) await this.#untilEncrypted(roomId);
    const room = this.#client.getRoom(roomId);
    // It is in the line already: it was written before the page was opened anew.
    if (room?.getPendingEvents().some((event) => event.getTxnId() === txnId)) return this.#settled(roomId, txnId);
    if (room && this.#isOffline()) {
      this.#line(room, content, txnId);
      return this.#settled(roomId, txnId);
    }
    const sent = this.#client.sendMessage(roomId, content as unknown as RoomMessageEventContent, txnId);
    await sent.catch(() => this.#settled(roomId, txnId));
  }

  #canEncrypt(roomId: string): boolean {
    return this.#client.getRoom(roomId)?.hasEncryptionStateEvent() ?? false;
  }

  #untilEncrypted(roomId: string): Promise<void> {
    const client = this.#client;
    return new Promise((resolve) => {
      const look = () => {
        if (!this.#canEncrypt(roomId)) return;
        client.off(ClientEvent.Sync, look);
        client.off(RoomStateEvent.Events, look);
        resolve();
      };
      client.on(ClientEvent.Sync, look);
      client.on(RoomStateEvent.Events, look);
    });
  }

  /** Puts a message in the line of those that wait: trying without a network would only hang. */
  #line(room: Room, content: Content, txnId: string): void {
    const { roomId } = room;
    const event = new MatrixEvent({
      event_id: `~${roomId}:${txnId}`,
      room_id: roomId,
      sender: this.#client.getSafeUserId(),
      origin_server_ts: Date.now(),
      type: "m.room.message",
      content,
    });
    event.setTxnId(txnId);
    event.setStatus(EventStatus.NOT_SENT);
    room.addPendingEvent(event, txnId);
  }

  #settled(roomId: string, txnId: string): Promise<void> | undefined {
    const pending = this.#client.getRoom(roomId)?.getPendingEvents() ?? [];
    const event = pending.find((candidate) => candidate.getTxnId() === txnId);
    if (!event) return undefined;
    return new Promise((resolve) => {
      const onStatus = (_event: MatrixEvent, status: EventStatus | null) => {
        if (status !== null && status !== EventStatus.SENT && status !== EventStatus.CANCELLED) return;
        event.off(MatrixEventEvent.Status, onStatus);
        resolve();
      };
      event.on(MatrixEventEvent.Status, onStatus);
    });
  }

  /** Tries a message again that could not be sent, and those behind it. */
  resend(roomId: string, key: string): void {
    const room = this.#client.getRoom(roomId);
    if (!room) return;
    const stuck = room.getPendingEvents().filter((event) => event.status === EventStatus.NOT_SENT);
    const from = stuck.findIndex((event) => toTimelineEvent(event).key === key);
    if (from >= 0) void this.#inOrder(room, stuck.slice(from));
  }

  async #inOrder(room: Room, events: readonly MatrixEvent[]): Promise<void> {
    for (const event of events) await this.#client.resendEvent(event, room).catch(() => undefined);
  }

  /** Gives up a message that was not sent; it disappears. */
  cancel(roomId: string, key: string): void {
    const pending = this.#client.getRoom(roomId)?.getPendingEvents() ?? [];
    const event = pending.find((candidate) => toTimelineEvent(candidate).key === key);
    if (event && event.status !== EventStatus.SENDING) this.#client.cancelPendingEvent(event);
  }

  /**
   * A word or an emoji to a message. The server sees it, as every Matrix client sends it; so only words of a fixed set
   * go out, never something written. Never throws, like `send`.
   */
  react(roomId: string, eventId: string, key: string): void {
    const relation = { rel_type: RelationType.Annotation as const, event_id: eventId, key };
    this.#client.sendEvent(roomId, EventType.Reaction, { "m.relates_to": relation }).catch(() => undefined);
  }

  /** Changes which messages are pinned as important. @throws MatrixFailure */
  async pin(roomId: string, change: (pinned: readonly string[]) => readonly string[]): Promise<void> {
    await failing(() => changePins(this.#client, roomId, change));
  }

  /** 取消: takes a sent message back, for everybody. @throws MatrixFailure */
  async redact(roomId: string, eventId: string): Promise<void> {
    await failing(() => this.#client.redactEvent(roomId, eventId));
  }
}
