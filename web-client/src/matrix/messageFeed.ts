import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { type MatrixEvent, MatrixEventEvent } from "matrix-js-sdk/lib/models/event.js";
import { type Room, RoomEvent } from "matrix-js-sdk/lib/models/room.js";
import { toTimelineEvent } from "./eventModel.ts";
import type { TimelineEvent } from "./models.ts";

export interface FeedBatch {
  /** Messages as they are now: new, read at last, or changed. */
  readonly events: readonly TimelineEvent[];
  /** Ids of messages that were taken back. */
  readonly redacted: readonly string[];
}

type Listener = (batch: FeedBatch) => void;

/** Events handed on in one turn: a first sync brings thousands, and the page stays answerable meanwhile. */
const BATCH = 200;
const PAUSE_MS = 50;

/** Every message of every room as it comes to be readable on this device; costs by the event, not by the room. */
export class MessageFeed {
  readonly #client: MatrixClient;
  readonly #listener: Listener;
  readonly #waiting = new Set<MatrixEvent>();
  readonly #redacted = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(client: MatrixClient, listener: Listener) {
    this.#client = client;
    this.#listener = listener;
  }

  /** Begins with all that is loaded already. @returns a function that ends it */
  start(): () => void {
    const client = this.#client;
    client.on(RoomEvent.Timeline, this.#onEvent);
    client.on(MatrixEventEvent.Decrypted, this.#onEvent);
    client.on(MatrixEventEvent.Replaced, this.#onEvent);
    client.on(RoomEvent.Redaction, this.#onRedaction);
    for (const room of client.getRooms()) for (const event of room.getLiveTimeline().getEvents()) this.#onEvent(event);
    return () => {
      client.off(RoomEvent.Timeline, this.#onEvent);
      client.off(MatrixEventEvent.Decrypted, this.#onEvent);
      client.off(MatrixEventEvent.Replaced, this.#onEvent);
      client.off(RoomEvent.Redaction, this.#onRedaction);
      clearTimeout(this.#timer);
    };
  }

  /** Hands on at once whatever still waits. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#handOn(this.#waiting.size);
  }

  readonly #onEvent = (event: MatrixEvent): void => {
    if (event.isState() || event.status !== null) return;
    this.#waiting.add(event);
    this.#later();
  };

  readonly #onRedaction = (event: MatrixEvent, _room: Room): void => {
    const eventId = event.getAssociatedId();
    if (!eventId) return;
    this.#redacted.add(eventId);
    this.#later();
  };

  #later(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#handOn(BATCH);
      if (this.#waiting.size > 0) this.#later();
    }, PAUSE_MS);
  }

  #handOn(most: number): void {
    if (this.#waiting.size === 0 && this.#redacted.size === 0) return;
    const events = [...this.#waiting].slice(0, most);
    for (const event of events) this.#waiting.delete(event);
    const redacted = [...this.#redacted];
    this.#redacted.clear();
    this.#listener({ events: events.map(toTimelineEvent), redacted });
  }
}
