import { ROOM_STATE, roomState } from "@tsunagi/contracts/events";
import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { NotificationCountType, type Room } from "matrix-js-sdk/lib/models/room.js";
import { toTimelineEvent } from "./eventModel.ts";
import { awaitingAck, countUnread, isMessage, unreadAfter, unreadMarks } from "./messages.ts";
import type { RoomEntry, TimelineEvent } from "./models.ts";
import type { RoomChanges } from "./roomChanges.ts";
import { UnreadDepth } from "./unreadDepth.ts";

/** The rooms one is in, latest first. Only entries of rooms that changed are made anew. */
export class RoomList {
  readonly #client: MatrixClient;
  readonly #changes: RoomChanges;
  readonly #depth: UnreadDepth;
  readonly #entries = new Map<string, RoomEntry>();
  readonly #listeners = new Set<() => void>();
  #snapshot: readonly RoomEntry[] = [];

  constructor(client: MatrixClient, changes: RoomChanges) {
    this.#client = client;
    this.#changes = changes;
    this.#depth = new UnreadDepth(client, changes.touch);
  }

  /** @returns a function that ends it */
  start(): () => void {
    return this.#changes.subscribe((rooms) => {
      for (const roomId of rooms) this.#refresh(roomId);
      this.#snapshot = [...this.#entries.values()].sort((a, b) => b.lastActivity - a.lastActivity);
      for (const listener of [...this.#listeners]) listener();
    });
  }

  readonly getSnapshot = (): readonly RoomEntry[] => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #refresh(roomId: string): void {
    const room = this.#client.getRoom(roomId);
    if (room?.getMyMembership() !== "join") {
      this.#entries.delete(roomId);
      return;
    }
    const { entry, exact } = entryOf(room);
    this.#entries.set(roomId, entry);
    if (!exact) this.#depth.want(roomId);
    // The last lines and the requests for confirmation are in there; a failure stands on its event.
    for (const event of room.getLiveTimeline().getEvents())
      if (event.shouldAttemptDecryption()) this.#client.decryptEventIfNeeded(event).catch(() => undefined);
  }
}

function entryOf(room: Room): { readonly entry: RoomEntry; readonly exact: boolean } {
  const events = [...room.getLiveTimeline().getEvents(), ...room.getPendingEvents()].map(toTimelineEvent);
  const state = roomState.safeParse(room.currentState.getStateEvents(ROOM_STATE, "")?.getContent());
  const last = events.findLast((event) => isMessage(event) && event.redactedBy === null) ?? null;
  const { unread, exact } = unreadIn(room, events);
  const entry = {
    roomId: room.roomId,
    kind: state.success ? state.data.kind : null,
    code: state.success ? state.data.code : "",
    members: room.getJoinedMembers().map(({ userId }) => userId),
    last,
    lastActivity: last?.sentAt ?? events[0]?.sentAt ?? 0,
    unread,
    ackWanted: awaitingAck(events, room.myUserId),
    ...unreadMarks(events, room.getReadReceiptForUserId(room.myUserId)?.eventId ?? null, room.myUserId),
  };
  return { entry, exact };
}

/** What was read last may lie before what is loaded: then at least all that is loaded is unread. */
function unreadIn(room: Room, events: readonly TimelineEvent[]): { unread: number; exact: boolean } {
  const readUpTo = room.getReadReceiptForUserId(room.myUserId)?.eventId ?? null;
  if (readUpTo === null) return { unread: room.getUnreadNotificationCount(NotificationCountType.Total), exact: true };
  const counted = unreadAfter(events, readUpTo, room.myUserId);
  if (counted !== null) return { unread: counted, exact: true };
  return {
    unread: countUnread(events, room.myUserId),
    exact: room.oldState.paginationToken === null,
  };
}
