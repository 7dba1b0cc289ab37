import {
  type MSC3575List,
  type MSC3575SlidingSyncResponse,
  SlidingSyncEvent,
  SlidingSyncState,
} from "matrix-js-sdk/lib/sliding-sync.js";
import { describe, expect, it, vi } from "vitest";
import { RoomWindow } from "./roomWindow.ts";

type Listener = (state: SlidingSyncState, answer: MSC3575SlidingSyncResponse | null) => void;

/** Sliding sync as the window sees it: what was asked for, and answers to it. */
class FakeSync {
  readonly ranges: number[][] = [];
  subscribed: readonly string[] = [];
  #listener: Listener = () => undefined;

  on(event: SlidingSyncEvent, listener: Listener) {
    if (event === SlidingSyncEvent.Lifecycle) this.#listener = listener;
    return this;
  }
  off() {
    return this;
  }
  setList(_key: string, list: MSC3575List) {
    this.ranges.push(...list.ranges);
  }
  modifyRoomSubscriptions(rooms: Set<string>) {
    this.subscribed = [...rooms];
  }
  answer(count: number, rooms: readonly string[] = []) {
    const answer = {
      pos: "1/s1",
      lists: { first: { count } },
      rooms: Object.fromEntries(rooms.map((id) => [id, {}])),
      extensions: {},
    };
    this.#listener(SlidingSyncState.Complete, answer as unknown as MSC3575SlidingSyncResponse);
  }
}

const started = () => {
  const sync = new FakeSync();
  const onWhole = vi.fn();
  const window = new RoomWindow(sync as never, onWhole);
  window.start();
  return { sync, window, onWhole };
};

describe("the window over the rooms", () => {
  it("grows by the hundred until every room is there, those joined later included", async () => {
    const { sync, window, onWhole } = started();
    sync.answer(250);
    sync.answer(250);
    expect(window.whole).toBe(false);
    sync.answer(250);
    expect(sync.ranges).toEqual([
      [0, 119],
      [0, 219],
      [0, 99_999],
    ]);
    expect(window.whole).toBe(false); // asked for, not there yet
    sync.answer(250);
    await Promise.resolve();
    expect(window.whole).toBe(true);
    expect(onWhole).toHaveBeenCalledTimes(1);
  });

  it("is whole with the first answer when there are few rooms, and still hears of those joined later", async () => {
    const { sync, window, onWhole } = started();
    sync.answer(3);
    sync.answer(4);
    await Promise.resolve();
    expect(window.whole).toBe(true);
    expect(sync.ranges).toEqual([[0, 99_999]]);
    expect(onWhole).toHaveBeenCalledTimes(1);
  });

  it("deepens a room and says when it is there", async () => {
    const { sync, window } = started();
    const done = vi.fn();
    const deep = window.deepen("!a").then(done);
    expect(sync.subscribed).toEqual(["!a"]);
    sync.answer(3, ["!b"]);
    await Promise.resolve();
    expect(done).not.toHaveBeenCalled();
    sync.answer(3, ["!a"]);
    await deep;
  });

  it("does not wait for a room for ever", async () => {
    vi.useFakeTimers();
    const { window } = started();
    const deep = window.deepen("!a");
    vi.advanceTimersByTime(8_000);
    await deep;
    vi.useRealTimers();
  });
});
