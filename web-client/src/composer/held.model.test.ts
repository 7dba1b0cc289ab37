import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Collection } from "../ownData/collection.ts";
import { memoryCopy } from "../ownData/testDevices.ts";
import { EMPTY_DRAFT } from "./draft.ts";
import { HeldMessages, heldMessage } from "./held.model.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const words = (text: string) => ({ ...EMPTY_DRAFT, text });

async function hold(seconds = 5, local = memoryCopy()) {
  const send = vi.fn((_roomId: string, _content: unknown, _txnId: string) => Promise.resolve());
  const kept = new Collection({ name: "held", schema: heldMessage, deviceId: "HERE", local });
  const held = new HeldMessages({ kept, send, seconds: () => seconds });
  kept.start();
  held.start();
  await vi.advanceTimersByTimeAsync(0);
  const sent = () => send.mock.calls.map(([, content]) => (content as { body: string }).body);
  const stop = () => {
    held.dispose();
    kept.dispose();
  };
  return { held, send, sent, local, stop };
}

it("a message leaves when its seconds are over, and is then taken back no more", async () => {
  const { held, sent } = await hold();
  held.post("!a", words("一つ"));
  const id = held.getSnapshot()[0]?.id ?? "";
  await vi.advanceTimersByTimeAsync(4900);
  expect(sent()).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(sent()).toEqual(["一つ"]);
  expect(held.takeBack(id)).toBeNull();
  expect(held.getSnapshot()).toEqual([]);
});

it("taken back it never leaves, and what was written is there again", async () => {
  const { held, sent } = await hold();
  held.post("!a", words("間違い"));
  expect(held.takeBack(held.getSnapshot()[0]?.id ?? "")).toEqual(words("間違い"));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(sent()).toEqual([]);
});

it("the next message, a hidden page or a wish makes it leave, in order", async () => {
  const { held, sent } = await hold();
  held.post("!a", words("一つ"));
  held.post("!a", words("二つ"));
  expect(sent()).toEqual(["一つ"]);
  held.post("!b", words("別の部屋"));
  expect(sent()).toEqual(["一つ"]);
  held.flush();
  expect(sent()).toEqual(["一つ", "二つ", "別の部屋"]);
});

it("with no seconds it leaves at once", async () => {
  const { held, sent } = await hold(0);
  held.post("!a", words("すぐ"));
  expect(sent()).toEqual(["すぐ"]);
});

it("it survives a reload; what had left goes again under the same id", async () => {
  const first = await hold();
  first.send.mockImplementation(() => new Promise(() => undefined)); // no line
  first.held.post("!a", words("一つ"));
  first.held.post("!a", words("二つ"));
  await vi.advanceTimersByTimeAsync(1000);
  first.stop();
  const again = await hold(5, first.local);
  expect(again.sent()).toEqual(["一つ"]);
  expect(again.send.mock.calls[0]?.[2]).toBe(first.send.mock.calls[0]?.[2]);
  expect(again.held.getSnapshot().map(({ text }) => text)).toEqual(["二つ"]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(again.sent()).toEqual(["一つ", "二つ"]);
});
