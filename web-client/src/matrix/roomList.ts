import { ROOM_STATE, roomState } from "@tsunagi/contracts/events";
import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { type Room, RoomEvent } from "matrix-js-sdk/lib/models/room.js";
import { AckCheck } from "./ackCheck.ts";
import { AckLedger, browserLedger } from "./ackLedger.ts";
import { toTimelineEvent } from "./eventModel.ts";
import { ListDecryption } from "./listDecryption.ts";
import { countUnread, isMessage, unreadAfter, unreadMarks } from "./messages.ts";
import type { RoomEntry, TimelineEvent } from "./models.ts";
import type { RoomChanges } from "./roomChanges.ts";
import type { RoomMarks } from "./roomMarks.ts";
import { UnreadDepth } from "./unreadDepth.ts";

/** The list is made anew at most so often: while rooms come by the hundred, and are deciphered, it changes all the time. */
const PAUSE_MS = 80;

/** The rooms one is in, latest first. Only entries of rooms that changed are made anew. */
export class RoomList {
  readonly #client: MatrixClient;
  readonly #changes: RoomChanges;
  readonly #marks: RoomMarks;
  readonly #depth: UnreadDepth;
  readonly #acks = new AckLedger(browserLedger);
  readonly #ackCheck: AckCheck;
  readonly #decryption: ListDecryption;
  readonly #entries = new Map<string, RoomEntry>();
  readonly #listeners = new Set<() => void>();
  readonly #dirty = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #renewedAt = Number.NEGATIVE_INFINITY;
  #snapshot: readonly RoomEntry[] = [];

  constructor(client: MatrixClient, changes: RoomChanges, marks: RoomMarks) {
    this.#client = client;
    this.#changes = changes;
    this.#marks = marks;
    this.#depth = new UnreadDepth(client, changes.touch);
    this.#decryption = new ListDecryption(client);
    this.#ackCheck = new AckCheck(client, (roomId, eventId) => {
      this.#acks.settle(roomId, eventId);
      changes.touch(roomId);
    });
  }

  /** @returns a function that ends it */
  start(): () => void {
    const ends = [this.#depth.start(), this.#marks.start(), this.#changes.subscribe(this.#onChanges)];
    this.#client.on(RoomEvent.TimelineReset, this.#onGap);
    return () => {
      this.#client.off(RoomEvent.TimelineReset, this.#onGap);
      for (const end of ends) end();
      clearTimeout(this.#timer);
    };
  }

  /** What was asked before may have been confirmed on another device meanwhile. */
  readonly #onGap = (): void => this.#ackCheck.again();

  readonly #onChanges = (rooms: ReadonlySet<string>): void => {
    for (const roomId of rooms) this.#dirty.add(roomId);
    const wait = this.#renewedAt + PAUSE_MS - performance.now();
    if (wait <= 0 && !this.#timer) this.#renew();
    else this.#timer ??= setTimeout(this.#renew, wait);
  };

  readonly #renew = (): void => {
    this.#timer = undefined;
    this.#renewedAt = performance.now();
    for (const roomId of this.#dirty) this.#refresh(roomId);
    this.#dirty.clear();
    this.#snapshot = [...this.#entries.values()].sort((a, b) => b.lastActivity - a.lastActivity);
    for (const listener of [...this.#listeners]) listener();
  };

  readonly getSnapshot = (): readonly RoomEntry[] => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What the list would decipher waits for this: a room that is being opened. */
  letFirst(work: Promise<unknown>): void {
    this.#decryption.letFirst(work);
  }

  #refresh(roomId: string): void {
    const room = this.#client.getRoom(roomId);
    if (room?.getMyMembership() !== "join") {
      this.#entries.delete(roomId);
      return;
    }
    const { events, exact, ...counted } = entryOf(room);
    const ackWanted = this.#acks.take(roomId, events, room.myUserId);
    this.#entries.set(roomId, { ...counted, ackWanted, ...this.#marks.of(room) });
    const loaded = new Set(events.map(({ eventId }) => eventId));
    for (const eventId of ackWanted) if (!loaded.has(eventId)) this.#ackCheck.want(roomId, eventId);
    if (!exact) this.#depth.want(roomId);
    this.#decryption.want(room);
  }
}

type Counted = Omit<RoomEntry, "ackWanted" | "muted" | "markedUnread"> & {
  readonly events: readonly TimelineEvent[];
  /** The first unread message is among them. */
  readonly exact: boolean;
};

function entryOf(room: Room): Counted {
  const events = [...room.getLiveTimeline().getEvents(), ...room.getPendingEvents()].map(toTimelineEvent);
  const state = roomState.safeParse(room.currentState.getStateEvents(ROOM_STATE, "")?.getContent());
  const last = events.findLast((event) => isMessage(event) && event.redactedBy === null) ?? null;
  return {
    roomId: room.roomId,
    kind: state.success ? state.data.kind : null,
    code: state.success ? state.data.code : "",
    members: room.getJoinedMembers().map(({ userId }) => userId),
    last,
    lastActivity: last?.sentAt ?? events[0]?.sentAt ?? 0,
    ...unreadIn(room, events),
    ...unreadMarks(events, room.getReadReceiptForUserId(room.myUserId)?.eventId ?? null, room.myUserId),
    events,
  };
}

/** What was read last may lie before what is loaded: then at least all that is loaded is unread. */
function unreadIn(room: Room, events: readonly TimelineEvent[]): { unread: number; exact: boolean } {
  const readUpTo = room.getReadReceiptForUserId(room.myUserId)?.eventId ?? null;
  // Nothing was read yet: all since one joined. The server does not count, and what is loaded is all one shows.
  if (readUpTo === null)
    return { unread: countUnread(sinceJoining(events, room.myUserId), room.myUserId, events), exact: true };
  const counted = unreadAfter(events, readUpTo, room.myUserId);
  if (counted !== null) return { unread: counted, exact: true };
  return {
    unread: countUnread(events, room.myUserId),
    exact: room.oldState.paginationToken === null,
  };
}

/** What came after one's own joining; everything, when that lies before what is loaded. */
function sinceJoining(events: readonly TimelineEvent[], me: string): readonly TimelineEvent[] {
  const joined = events.findLastIndex(
    ({ type, stateKey, content }) => type === "m.room.member" && stateKey === me && content["membership"] === "join",
  );
  return events.slice(joined + 1);
}
