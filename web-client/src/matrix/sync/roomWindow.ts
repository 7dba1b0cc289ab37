import { ROOM_STATE } from "@tsunagi/contracts/events";
import {
  type MSC3575List,
  type MSC3575SlidingSyncResponse,
  type SlidingSync,
  SlidingSyncEvent,
  SlidingSyncState,
} from "matrix-js-sdk/lib/sliding-sync.js";

/*
 * Which rooms the server tells of, and how much of each (MSC4186). A screenful of the list comes first, with enough of
 * each conversation to open it; then the others by the hundred, with the last event of each; from then on whatever
 * happens in any room.
 */

/** State that is needed of every room: what it is, how it is encrypted, and the people who are talked of. */
const STATE: string[][] = [
  ["m.room.create", ""],
  ["m.room.encryption", ""],
  ["m.room.history_visibility", ""],
  ["m.room.name", ""],
  ["m.room.power_levels", ""],
  ["m.room.pinned_events", ""],
  [ROOM_STATE, ""],
  ["m.room.member", "$LAZY"],
  ["m.room.member", "$ME"],
];

const FIRST_ROOMS = 20;
const FIRST_EVENTS = 20;
const STEP = 100;
const OTHER_EVENTS = 1;
const OPEN_EVENTS = 40;
/** More rooms than anybody is in. */
export const ALL = 99_999;
/** On a bad line the room is shown as it is rather than waited for. */
const FILL_MS = 8_000;

const FIRST = "first";
const REST = "rest";

export const firstList = (): MSC3575List => ({
  ranges: [[0, FIRST_ROOMS - 1]],
  timeline_limit: FIRST_EVENTS,
  required_state: STATE,
});

const restList = (last: number): MSC3575List => ({
  ranges: [[0, last]],
  timeline_limit: OTHER_EVENTS,
  required_state: STATE,
});

/** For the room that is open. */
export const OPEN_ROOM = { timeline_limit: OPEN_EVENTS, required_state: STATE };

export const firstLists = (): Map<string, MSC3575List> => new Map([[FIRST, firstList()]]);

type Sync = Pick<SlidingSync, "on" | "off" | "setList" | "modifyRoomSubscriptions">;

/** Lets the window grow to every room, and deepens the room that is opened. */
export class RoomWindow {
  readonly #sync: Sync;
  readonly #onWhole: () => void;
  readonly #fills = new Map<string, () => void>();
  #asked = FIRST_ROOMS;
  #whole = false;

  /** @param onWhole told once, when every room is there */
  constructor(sync: Sync, onWhole: () => void) {
    this.#sync = sync;
    this.#onWhole = onWhole;
  }

  start(): void {
    this.#sync.on(SlidingSyncEvent.Lifecycle, this.#onAnswer);
  }

  stop(): void {
    this.#sync.off(SlidingSyncEvent.Lifecycle, this.#onAnswer);
    for (const done of [...this.#fills.values()]) done();
  }

  /** Every room one is in is known. */
  get whole(): boolean {
    return this.#whole;
  }

  /** Fetches more of a room's end. @returns when it is there, or will not be soon */
  deepen(roomId: string): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#fills.get(roomId)?.(), FILL_MS);
      this.#fills.get(roomId)?.();
      this.#fills.set(roomId, () => {
        clearTimeout(timer);
        this.#fills.delete(roomId);
        resolve();
      });
      this.#sync.modifyRoomSubscriptions(new Set([roomId]));
    });
  }

  readonly #onAnswer = (state: SlidingSyncState, answer: MSC3575SlidingSyncResponse | null): void => {
    if (state !== SlidingSyncState.Complete || !answer) return;
    for (const roomId of Object.keys(answer.rooms)) this.#fills.get(roomId)?.();
    if (!this.#whole) this.#grow(answer.lists[FIRST]?.count ?? 0);
  };

  #grow(count: number): void {
    if (this.#asked < count) {
      this.#asked += STEP;
      this.#sync.setList(REST, restList(this.#asked < count ? this.#asked - 1 : ALL));
      return;
    }
    if (this.#asked === FIRST_ROOMS) this.#sync.setList(REST, restList(ALL)); // those that are joined later
    this.#whole = true;
    queueMicrotask(this.#onWhole); // the SDK hears of the answer first
  }
}
