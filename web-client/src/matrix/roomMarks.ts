import { EventType } from "matrix-js-sdk/lib/@types/event.js";
import { type IPushRules, PushRuleActionName, PushRuleKind } from "matrix-js-sdk/lib/@types/PushRules.js";
import { ClientEvent, type MatrixClient } from "matrix-js-sdk/lib/client.js";
import type { MatrixEvent } from "matrix-js-sdk/lib/models/event.js";
import { type Room, RoomEvent } from "matrix-js-sdk/lib/models/room.js";
import { failing } from "./failures.ts";
import type { RoomChanges } from "./roomChanges.ts";

export interface Marks {
  /** No notices from this room, and it does not count. */
  readonly muted: boolean;
  /** To be looked at again, though everything in it was read. */
  readonly markedUnread: boolean;
}

const SCOPE = "global";

/**
 * What one has said about a room, the same on all of one's devices: quiet (a push rule of the room), to be looked at
 * again (MSC2867), read to its end.
 */
export class RoomMarks {
  readonly #client: MatrixClient;
  readonly #changes: RoomChanges;
  #muted: ReadonlySet<string> = new Set();

  constructor(client: MatrixClient, changes: RoomChanges) {
    this.#client = client;
    this.#changes = changes;
  }

  /** @returns a function that ends it */
  start(): () => void {
    this.#client.on(ClientEvent.AccountData, this.#onAccountData);
    this.#client.on(RoomEvent.AccountData, this.#onRoomData);
    return () => {
      this.#client.off(ClientEvent.AccountData, this.#onAccountData);
      this.#client.off(RoomEvent.AccountData, this.#onRoomData);
    };
  }

  of(room: Room): Marks {
    const { unread } = room.getAccountData(EventType.MarkedUnread)?.getContent<{ unread?: unknown }>() ?? {};
    return { muted: this.#muted.has(room.roomId), markedUnread: unread === true };
  }

  /** @throws MatrixFailure */
  async mute(roomId: string, muted: boolean): Promise<void> {
    await failing(() =>
      muted
        ? this.#client.addPushRule(SCOPE, PushRuleKind.RoomSpecific, roomId, { actions: [] })
        : this.#client.deletePushRule(SCOPE, PushRuleKind.RoomSpecific, roomId),
    );
    const next = new Set(this.#muted);
    if (muted) next.add(roomId);
    else next.delete(roomId);
    this.#take(next);
  }

  /** @throws MatrixFailure */
  async markUnread(roomId: string, unread: boolean): Promise<void> {
    await failing(() => this.#client.setRoomAccountData(roomId, EventType.MarkedUnread, { unread }));
  }

  /** The room is read. @param upTo the last event that is; null = all there is. @throws MatrixFailure */
  async markRead(roomId: string, upTo: string | null = null): Promise<void> {
    const room = this.#client.getRoom(roomId);
    if (!room) return;
    if (this.of(room).markedUnread) await this.markUnread(roomId, false);
    const events = room.getLiveTimeline().getEvents();
    const newest = events.findLast((event) => event.status === null && (upTo === null || event.getId() === upTo));
    if (newest) await failing(() => this.#client.sendReadReceipt(newest, undefined, true));
  }

  readonly #onAccountData = (event: MatrixEvent): void => {
    if (event.getType() === EventType.PushRules) this.#take(mutedIn(event.getContent<Partial<IPushRules>>()));
  };

  readonly #onRoomData = (event: MatrixEvent, room: Room): void => {
    if (event.getType() === EventType.MarkedUnread) this.#changes.touch(room.roomId);
  };

  #take(next: ReadonlySet<string>): void {
    const before = this.#muted;
    this.#muted = next;
    for (const roomId of new Set([...before, ...next]))
      if (before.has(roomId) !== next.has(roomId)) this.#changes.touch(roomId);
  }
}

/** Rooms with a rule of their own that notifies of nothing; ours is the room's, other clients make an override. */
export function mutedIn({ global: rules }: Partial<IPushRules>): ReadonlySet<string> {
  const quiet = ({ actions, enabled }: { actions: readonly unknown[]; enabled: boolean }) =>
    enabled && !actions.includes(PushRuleActionName.Notify);
  const rooms = (rules?.room ?? []).filter(quiet).map(({ rule_id: roomId }) => roomId);
  const overrides = (rules?.override ?? []).filter(quiet).flatMap(({ conditions = [] }) => {
    const [only] = conditions;
    const ofRoom = conditions.length === 1 && only?.kind === "event_match" && "key" in only && only.key === "room_id";
    return ofRoom && "pattern" in only && only.pattern ? [only.pattern] : [];
  });
  return new Set([...rooms, ...overrides]);
}
