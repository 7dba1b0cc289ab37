import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import type { Room } from "matrix-js-sdk/lib/models/room.js";
import { toTimelineEvent } from "./eventModel.ts";
import { failing } from "./failures.ts";
import type { RoomTimelineSnapshot, TimelineEvent, Version } from "./models.ts";
import { mayPinIn, pinnedIn } from "./pins.ts";
import type { ReceiptLog } from "./receiptLog.ts";
import type { RoomChanges } from "./roomChanges.ts";
import { versionsOf } from "./versions.ts";

const PAGE = 40;
/** Fewer loaded events than this do not fill a screen. */
const SCREENFUL = 15;

interface Dependencies {
  readonly client: MatrixClient;
  readonly changes: RoomChanges;
  readonly receipts: ReceiptLog;
  /** Fetches more of a room's end with the next sync. */
  readonly deepen: (roomId: string) => Promise<void>;
  /** Work that other deciphering waits for. */
  readonly letFirst: (work: Promise<unknown>) => void;
}

/** One room's conversation. A snapshot is made when somebody asks after a change, so that a burst of events costs one. */
export class RoomTimeline {
  readonly roomId: string;
  readonly #d: Dependencies;
  #snapshot: RoomTimelineSnapshot | undefined;
  #deepening: Promise<void> | undefined;
  #known: { readonly stamp: string; readonly people: Pick<RoomTimelineSnapshot, "members" | "codes"> } | undefined;

  constructor(dependencies: Dependencies, roomId: string) {
    this.#d = dependencies;
    this.roomId = roomId;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#snapshot = undefined; // it may have changed while nobody listened
    this.#fill();
    return this.#d.changes.subscribe((rooms) => {
      if (!rooms.has(this.roomId)) return;
      this.#snapshot = undefined;
      this.#decryptNew();
      listener();
    });
  };

  readonly getSnapshot = (): RoomTimelineSnapshot => {
    this.#snapshot ??= this.#build();
    return this.#snapshot;
  };

  /** Fetches a page of older events. @throws MatrixFailure unreachable */
  async loadOlder(): Promise<void> {
    const room = this.#room;
    if (!room) return;
    if (await this.#deepened(room)) return;
    await failing(() => this.#d.client.scrollback(room, PAGE));
    await room.decryptAllEvents();
    this.#d.changes.touch(this.roomId);
  }

  /** An event that may not be loaded: the one a reply quotes. Null when it cannot be had. */
  async find(eventId: string): Promise<TimelineEvent | null> {
    const known = this.#room?.findEventById(eventId);
    if (known) return toTimelineEvent(known);
    const { client } = this.#d;
    try {
      const event = client.getEventMapper({ decrypt: false })(await client.fetchRoomEvent(this.roomId, eventId));
      await client.decryptEventIfNeeded(event);
      return toTimelineEvent(event);
    } catch {
      return null; // not there, not allowed, or no line: the quote says so
    }
  }

  /** What a message said before and after each edit, oldest first. @throws MatrixFailure unreachable */
  versionsOf(eventId: string): Promise<readonly Version[]> {
    return failing(() => versionsOf(this.#d.client, this.roomId, eventId));
  }

  /** Tells the others that everything up to this event is read. */
  async markRead(eventId: string): Promise<void> {
    const event = this.#room?.findEventById(eventId);
    if (!event || event.status !== null) return;
    await failing(() => this.#d.client.sendReadReceipt(event, undefined, true));
  }

  get #room(): Room | null {
    return this.#d.client.getRoom(this.roomId);
  }

  #build(): RoomTimelineSnapshot {
    const room = this.#room;
    if (!room) return EMPTY;
    const events = [...room.getLiveTimeline().getEvents(), ...room.getPendingEvents()];
    return {
      events: events.map(toTimelineEvent),
      hasOlder: room.oldState.paginationToken !== null,
      readUpTo: room.getReadReceiptForUserId(room.myUserId)?.eventId ?? null,
      receipts: this.#d.receipts.of(this.roomId),
      pinned: pinnedIn(room),
      mayPin: mayPinIn(room),
      ...this.#people(room),
    };
  }

  /** The same objects again while nobody has come or gone: views compare them. */
  #people(room: Room): Pick<RoomTimelineSnapshot, "members" | "codes"> {
    const all = room
      .getMembers()
      .map(({ userId, membership, rawDisplayName }) => ({ userId, membership, rawDisplayName }));
    const stamp = JSON.stringify(all);
    if (this.#known?.stamp === stamp) return this.#known.people;
    const people = {
      members: all.filter(({ membership }) => membership === "join").map(({ userId }) => userId),
      codes: Object.fromEntries(all.map(({ userId, rawDisplayName }) => [userId, rawDisplayName])),
    };
    this.#known = { stamp, people };
    return people;
  }

  /** What a list does without: every event readable, every member known. */
  #fill(): void {
    const room = this.#room;
    if (room && isShallow(room)) this.#deepening ??= this.#deepen();
    const done = () => this.#d.changes.touch(this.roomId);
    const readable = room?.decryptAllEvents();
    if (readable) this.#d.letFirst(readable.then(done, done));
    room?.loadMembersIfNeeded().then(done, done); // failing, the list fills up with what is said meanwhile
  }

  async #deepen(): Promise<void> {
    await this.#d.deepen(this.roomId);
    this.#deepening = undefined;
    this.#d.changes.touch(this.roomId);
  }

  /** Older events that are on their way already are waited for. @returns whether that was so, and they came */
  async #deepened(room: Room): Promise<boolean> {
    if (!this.#deepening) return false;
    const before = countOf(room);
    await this.#deepening;
    return countOf(room) > before;
  }

  /** The SDK decrypts what comes by sync only when asked. A failure stands on the event. */
  #decryptNew(): void {
    const { client } = this.#d;
    for (const event of this.#room?.getLiveTimeline().getEvents() ?? [])
      if (event.shouldAttemptDecryption()) client.decryptEventIfNeeded(event).catch(() => undefined);
  }
}

const countOf = (room: Room): number => room.getLiveTimeline().getEvents().length;
const isShallow = (room: Room): boolean => countOf(room) < SCREENFUL && room.oldState.paginationToken !== null;

const EMPTY: RoomTimelineSnapshot = {
  events: [],
  hasOlder: false,
  readUpTo: null,
  receipts: [],
  members: [],
  codes: {},
  pinned: [],
  mayPin: false,
};
