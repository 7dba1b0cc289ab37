import { ClientEvent, type MatrixClient } from "matrix-js-sdk/lib/client.js";
import { type Room, RoomEvent } from "matrix-js-sdk/lib/models/room.js";
import { SyncState } from "matrix-js-sdk/lib/sync.js";
import { readAgain } from "./deviceLists.ts";
import { FewAtATime } from "./fewAtATime.ts";
import { expectHistory } from "./historyBundles.ts";
import { trustedKeeper, trustKeeper } from "./keeperHistory.ts";

const HISTORY_ASKED = "tsunagi.historyAsked";
/** Somebody new is invited to many rooms at once; the server limits how fast one joins. */
const JOINS_AT_A_TIME = 3;

/**
 * Takes the keeper's invitations, nobody else's, and sees to it that the past of its rooms arrives. An invitation is
 * taken only after it came by sync: then the keeper has sent the history before it (MSC4268).
 */
export class KeeperRooms {
  readonly #client: MatrixClient;
  readonly #isWhole: () => boolean;
  readonly #joins = new FewAtATime(JOINS_AT_A_TIME);
  readonly #joining = new Set<string>();
  /** Came with the sync that is being read. */
  readonly #invited = new Set<Room>();
  #keeper: string | undefined;

  /** @param isWhole whether every room one is in is known */
  constructor(client: MatrixClient, isWhole: () => boolean) {
    this.#client = client;
    this.#isWhole = isWhole;
  }

  /** The session is ready: from now on. Again means that the device was approved anew. */
  becomeReady(keeperUserId: string): void {
    const first = this.#keeper === undefined;
    this.#keeper = keeperUserId;
    if (trustedKeeper() !== keeperUserId) {
      trustKeeper(keeperUserId);
      readAgain(this.#client);
    }
    if (first) {
      this.#client.on(RoomEvent.MyMembership, this.#onMembership);
      this.#client.on(ClientEvent.Sync, this.#onSync);
    }
    this.catchUp();
  }

  stop(): void {
    this.#client.off(RoomEvent.MyMembership, this.#onMembership);
    this.#client.off(ClientEvent.Sync, this.#onSync);
    this.#keeper = undefined;
  }

  /** Not joined at once: until the sync is read whole, the SDK does not find the room, and so not who sends its past. */
  readonly #onMembership = (room: Room): void => {
    this.#invited.add(room);
  };

  readonly #onSync = (state: SyncState, before: SyncState | null): void => {
    for (const room of this.#invited) void this.#joinIfInvited(room);
    this.#invited.clear();
    const begun = state === SyncState.Prepared || (state === SyncState.Syncing && before !== SyncState.Syncing);
    if (begun) this.catchUp();
  };

  /** Invitations that were there before, and those whose taking failed for want of a line. */
  catchUp(): void {
    if (this.#keeper === undefined) return;
    for (const room of this.#client.getRooms()) void this.#joinIfInvited(room);
    if (this.#isWhole()) void this.#askForHistory();
  }

  async #joinIfInvited(room: Room): Promise<void> {
    const { roomId } = room;
    if (room.getMyMembership() !== "invite" || inviterOf(room) !== this.#keeper || this.#joining.has(roomId)) return;
    this.#joining.add(roomId);
    try {
      await this.#joins.run(() => this.#client.joinRoom(roomId));
    } catch {
      // no line, or the history's download failed after the join: the next catching up sees which
    } finally {
      this.#joining.delete(roomId);
    }
  }

  /** Once a device for every room; afterwards only where something cannot be read. */
  async #askForHistory(): Promise<void> {
    const keeper = this.#keeper;
    const device = this.#client.getDeviceId();
    if (!keeper || !device) return;
    const joined = this.#client.getRooms().filter((room) => room.getMyMembership() === "join");
    const asked = localStorage.getItem(HISTORY_ASKED) === device;
    localStorage.setItem(HISTORY_ASKED, device);
    for (const room of asked ? joined.filter(hasUnreadable) : joined)
      await expectHistory(this.#client, room.roomId, keeper);
  }
}

function inviterOf(room: Room): string | undefined {
  return room.getMember(room.myUserId)?.events.member?.getSender();
}

const hasUnreadable = (room: Room): boolean =>
  room
    .getLiveTimeline()
    .getEvents()
    .some((event) => event.isDecryptionFailure());
