import { ROOM_STATE } from "@tsunagi/contracts/events";
import { ClientEvent, type MatrixClient, PendingEventOrdering } from "matrix-js-sdk/lib/client.js";
import { type IEvent, MatrixEvent } from "matrix-js-sdk/lib/models/event.js";
import { EventTimeline } from "matrix-js-sdk/lib/models/event-timeline.js";
import type { Room } from "matrix-js-sdk/lib/models/room.js";
import { _createAndReEmitRoom } from "matrix-js-sdk/lib/sync.js";
import type { Sealed } from "../vault/sealed.ts";
import type { RoomChanges } from "./roomChanges.ts";

/*
 * The last rooms and the end of their conversations, kept on this device so that the page opens without a network.
 * Messages are kept as they came, encrypted end to end; the whole record is sealed by the vault's key besides.
 */

const RECORD = "room:";
const MOST_ROOMS = 100;
const MOST_EVENTS = 30;
/** A screenful of the list. */
const AT_ONCE = 20;
/** There is more on the server; from where on, the next sync says. */
const CUT = "cut";
const SETTLE_MS = 4_000;
/** State a list and a conversation are made of; members are those that are known here. */
const STATE: ReadonlySet<string> = new Set([
  "m.room.create",
  "m.room.encryption",
  "m.room.history_visibility",
  "m.room.name",
  "m.room.power_levels",
  "m.room.pinned_events",
  "m.room.member",
  ROOM_STATE,
]);

interface KeptRoom {
  readonly roomId: string;
  readonly state: readonly Partial<IEvent>[];
  readonly events: readonly Partial<IEvent>[];
  readonly older: string | null;
  /** What one has read oneself. */
  readonly read: { readonly eventId: string; readonly ts: number } | null;
}

/** SDK internal (matrix-js-sdk 43.0.0, pinned): tells the encryption that a room is encrypted, and how. */
interface RoomEncryption {
  onCryptoEvent(room: Room, event: MatrixEvent): Promise<void>;
}

/**
 * Puts the kept rooms into a client that does not sync yet, the latest first: they can be seen while the others follow.
 * @returns their ids
 */
export async function restoreRooms(client: MatrixClient, sealed: Sealed): Promise<ReadonlySet<string>> {
  const names = await sealed.names(RECORD).catch(() => []);
  const kept = (await Promise.all(names.map((name) => sealed.read<KeptRoom>(name)))).filter(
    (room) => room !== undefined,
  );
  kept.sort((a, b) => lastMoment(b) - lastMoment(a));
  const restored = new Set<string>();
  const told: Promise<void>[] = [];
  for (const [place, room] of kept.entries()) {
    if (place > 0 && place % AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve)); // the list is drawn
    try {
      told.push((await restore(client, room)).told);
      restored.add(room.roomId);
    } catch {
      await forget(sealed, room.roomId); // another version wrote it: the next sync brings the room
    }
  }
  await Promise.allSettled(told); // failing, the sync says it again
  return restored;
}

const lastMoment = ({ events }: KeptRoom): number => events.at(-1)?.origin_server_ts ?? 0;

/** @returns `told`: once the encryption knows that the room is encrypted */
async function restore(client: MatrixClient, kept: KeptRoom): Promise<{ readonly told: Promise<void> }> {
  const opts = { lazyLoadMembers: true, pendingEventOrdering: PendingEventOrdering.Detached };
  const room = _createAndReEmitRoom(client, kept.roomId, opts);
  const toEvent = client.getEventMapper({ decrypt: false });
  const state = kept.state.map(toEvent);
  const timeline = room.getLiveTimeline();
  timeline.initialiseState(state);
  timeline.setPaginationToken(kept.older, EventTimeline.BACKWARDS);
  await room.addLiveEvents(kept.events.map(toEvent), { fromCache: true, timelineWasEmpty: true, addToState: false });
  if (kept.read) room.addReceipt(receipt(client, kept.roomId, kept.read));
  client.store.storeRoom(room);
  room.updateMyMembership("join");
  room.recalculate();
  client.emit(ClientEvent.Room, room);
  const encryption = state.find((event) => event.getType() === "m.room.encryption");
  const crypto = client.getCrypto() as unknown as RoomEncryption | undefined;
  return { told: encryption && crypto ? crypto.onCryptoEvent(room, encryption) : Promise.resolve() };
}

const receipt = (client: MatrixClient, roomId: string, { eventId, ts }: { eventId: string; ts: number }) =>
  new MatrixEvent({
    type: "m.receipt",
    room_id: roomId,
    content: { [eventId]: { "m.read": { [client.getSafeUserId()]: { ts, thread_id: "main" } } } },
  });

/** Writes rooms down when they have changed and all is quiet. @returns a function that ends it */
export function keepRooms(client: MatrixClient, changes: RoomChanges, sealed: Sealed): () => void {
  const dirty = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = async () => {
    const recent = new Set(newest(client).map(({ roomId }) => roomId));
    for (const roomId of [...dirty]) {
      dirty.delete(roomId);
      const room = recent.has(roomId) ? client.getRoom(roomId) : null;
      if (room) await sealed.write(RECORD + roomId, keptOf(room));
      else await forget(sealed, roomId);
    }
  };
  const later = (rooms: ReadonlySet<string>) => {
    for (const roomId of rooms) dirty.add(roomId);
    clearTimeout(timer);
    timer = setTimeout(() => void write().catch(() => undefined), SETTLE_MS); // a full disk: then what is kept is older
  };
  const now = () => {
    if (document.visibilityState === "hidden" && dirty.size > 0) void write().catch(() => undefined);
  };
  const end = changes.subscribe(later);
  document.addEventListener("visibilitychange", now);
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", now);
    end();
  };
}

/** Rooms that were kept but that the server no longer tells of: left meanwhile. */
export function dropLeftRooms(client: MatrixClient, restored: ReadonlySet<string>, told: ReadonlySet<string>): void {
  for (const roomId of restored) if (!told.has(roomId)) client.getRoom(roomId)?.updateMyMembership("leave");
}

const forget = (sealed: Sealed, roomId: string): Promise<void> => sealed.remove(RECORD + roomId);

const newest = (client: MatrixClient): readonly Room[] =>
  client
    .getRooms()
    .filter((room) => room.getMyMembership() === "join")
    .sort((a, b) => b.getLastActiveTimestamp() - a.getLastActiveTimestamp())
    .slice(0, MOST_ROOMS);

function keptOf(room: Room): KeptRoom {
  const timeline = room.getLiveTimeline();
  const all = timeline.getEvents().filter((event) => event.status === null);
  const cut = all.length > MOST_EVENTS;
  const read = room.getReadReceiptForUserId(room.myUserId);
  return {
    roomId: room.roomId,
    state: [...room.currentState.events.values()].flatMap((events) =>
      [...events.values()].filter((event) => STATE.has(event.getType())).map((event) => event.event),
    ),
    events: all.slice(-MOST_EVENTS).map((event) => event.event),
    older: cut ? CUT : timeline.getPaginationToken(EventTimeline.BACKWARDS),
    read: read ? { eventId: read.eventId, ts: read.data.ts } : null,
  };
}
