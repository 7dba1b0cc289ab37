import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Collection } from "../ownData/collection.ts";
import { EMPTY_DRAFT } from "./draft.ts";
import { ScheduledMessages, scheduledMessage } from "./scheduled.model.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const HOUR = 60 * 60_000;
const draft = { ...EMPTY_DRAFT, text: "明日は休診です" };

function scheduled() {
  let count = 0;
  let members = ["@me", "@nurse"];
  const listeners = new Set<() => void>();
  const held = new Set<string>();
  const schedule = vi.fn(async (_roomId: string, _content: unknown, _delayMs: number, _txnId: string) => {
    count += 1;
    held.add(`delay${count}`);
    return `delay${count}`;
  });
  const cancel = vi.fn(async (delayId: string) => held.delete(delayId));
  const kept = new Collection({ name: "scheduled", schema: scheduledMessage, deviceId: "HERE" });
  const onMembers = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const model = new ScheduledMessages({ kept, schedule, cancel, membersOf: () => members, onMembers });
  kept.start();
  model.start();
  const become = (next: string[]) => {
    members = next;
    for (const listener of listeners) listener();
  };
  return { model, schedule, cancel, held, become };
}

it("the homeserver holds it until its time, then it is not listed any more", async () => {
  const { model, schedule } = scheduled();
  await model.add("one", "!a", draft, Date.now() + HOUR);
  expect(schedule).toHaveBeenCalledWith("!a", { msgtype: "m.text", body: "明日は休診です" }, HOUR, "one");
  expect(model.getSnapshot()).toMatchObject([{ id: "one", draft, delayId: "delay1" }]);
  await vi.advanceTimersByTimeAsync(HOUR + 5000);
  expect(model.getSnapshot()).toEqual([]);
});

it("cancelled, its words come back; once sent, nothing does", async () => {
  const { model, held } = scheduled();
  await model.add("one", "!a", draft, Date.now() + HOUR);
  expect(await model.cancel("one")).toEqual(draft);
  expect(held.size).toBe(0);
  await model.add("two", "!a", draft, Date.now() + HOUR);
  held.clear();
  expect(await model.cancel("two")).toBeNull();
  expect(model.getSnapshot()).toEqual([]);
});

it("without a line nothing is scheduled, and what is scheduled stays", async () => {
  const { model, schedule, cancel } = scheduled();
  schedule.mockRejectedValueOnce(new Error("no line"));
  await expect(model.add("one", "!a", draft, Date.now() + HOUR)).rejects.toThrow();
  expect(model.getSnapshot()).toEqual([]);
  await model.add("one", "!a", draft, Date.now() + HOUR);
  cancel.mockRejectedValueOnce(new Error("no line"));
  await expect(model.cancel("one")).rejects.toThrow();
  expect(model.getSnapshot()).toHaveLength(1);
});

it("it is encrypted anew when somebody comes, but not shortly before its time", async () => {
  const { model, held, become } = scheduled();
  await model.add("one", "!a", draft, Date.now() + HOUR);
  become(["@me", "@nurse", "@helper"]);
  await vi.advanceTimersByTimeAsync(6000);
  expect([...held]).toEqual(["delay2"]);
  expect(model.getSnapshot()).toMatchObject([{ id: "one", delayId: "delay2" }]);
  await vi.advanceTimersByTimeAsync(HOUR - 60_000);
  become(["@me"]);
  await vi.advanceTimersByTimeAsync(6000);
  expect([...held]).toEqual(["delay2"]);
});
