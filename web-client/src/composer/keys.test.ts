import { describe, expect, it } from "vitest";
import { ComposerKeys, type KeyAct, type KeyPress } from "./keys.ts";

type Step =
  | { readonly type: "compositionstart" | "compositionend"; readonly timeStamp: number }
  | ({ readonly type: "keydown" } & Partial<KeyPress> & { readonly timeStamp: number });

const plain: Omit<KeyPress, "timeStamp"> = {
  key: "Enter",
  keyCode: 13,
  isComposing: false,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
};

/** Plays recorded events and gives what each keydown meant. */
function play(steps: readonly Step[], context = { enterSends: true, completing: false }): KeyAct[] {
  const keys = new ComposerKeys();
  const acts: KeyAct[] = [];
  for (const step of steps) {
    if (step.type === "compositionstart") keys.compositionStart();
    else if (step.type === "compositionend") keys.compositionEnd(step.timeStamp);
    else acts.push(keys.read({ ...plain, ...step }, context));
  }
  return acts;
}

/* "kakunin" → 確認, Enter takes the conversion over, a second Enter sends. As each browser tells it. */
const chromium: readonly Step[] = [
  { type: "keydown", key: "Process", keyCode: 229, timeStamp: 0 },
  { type: "compositionstart", timeStamp: 1 },
  { type: "keydown", key: "Process", keyCode: 229, isComposing: true, timeStamp: 90 },
  { type: "keydown", key: "Enter", keyCode: 229, isComposing: true, timeStamp: 800 },
  { type: "compositionend", timeStamp: 801 },
  { type: "keydown", timeStamp: 1200 },
];
const firefox: readonly Step[] = [
  { type: "keydown", key: "Process", keyCode: 229, timeStamp: 0 },
  { type: "compositionstart", timeStamp: 1 },
  { type: "keydown", key: "Process", keyCode: 229, isComposing: true, timeStamp: 90 },
  { type: "keydown", key: "Process", keyCode: 229, isComposing: true, timeStamp: 800 },
  { type: "compositionend", timeStamp: 802 },
  { type: "keydown", timeStamp: 1200 },
];
const safari: readonly Step[] = [
  { type: "compositionstart", timeStamp: 0 },
  { type: "keydown", key: "k", keyCode: 229, isComposing: true, timeStamp: 1 },
  { type: "keydown", key: " ", keyCode: 229, isComposing: true, timeStamp: 400 },
  { type: "compositionend", timeStamp: 800 },
  { type: "keydown", key: "Enter", keyCode: 229, isComposing: false, timeStamp: 801 },
  { type: "keydown", timeStamp: 1200 },
];
/** Older Safari gave the real code. */
const oldSafari: readonly Step[] = [
  { type: "compositionstart", timeStamp: 0 },
  { type: "compositionend", timeStamp: 800 },
  { type: "keydown", key: "Enter", keyCode: 13, isComposing: false, timeStamp: 803 },
  { type: "keydown", timeStamp: 1200 },
];

describe("Enter with a Japanese input method", () => {
  it.each([
    ["Chromium", chromium],
    ["Firefox", firefox],
    ["Safari", safari],
    ["older Safari", oldSafari],
  ])("in %s takes the conversion over first and sends only at the second press", (_browser, steps) => {
    const acts = play(steps);
    expect(acts.slice(0, -1).every((act) => act === "type")).toBe(true);
    expect(acts.at(-1)).toBe("send");
  });

  it("does not choose a command while a conversion is open", () => {
    const acts = play([...chromium], { enterSends: true, completing: true });
    expect(acts.slice(0, -1).every((act) => act === "type")).toBe(true);
    expect(acts.at(-1)).toBe("choose");
  });

  it("sends again after the field was left in the middle of a conversion", () => {
    const keys = new ComposerKeys();
    keys.compositionStart();
    keys.reset();
    expect(keys.read({ ...plain, timeStamp: 100 }, { enterSends: true, completing: false })).toBe("send");
  });
});

describe("Enter without conversion", () => {
  const press = (change: Partial<KeyPress> = {}): Step => ({ type: "keydown", timeStamp: 1000, ...change });

  it("sends on a desktop and makes a new line with Shift or Alt", () => {
    expect(play([press(), press({ shiftKey: true }), press({ altKey: true })])).toEqual(["send", "type", "type"]);
  });

  it("makes a new line on a touch keyboard; Ctrl or Command sends", () => {
    const touch = { enterSends: false, completing: false };
    expect(play([press(), press({ ctrlKey: true }), press({ metaKey: true })], touch)).toEqual([
      "type",
      "send",
      "send",
    ]);
  });

  it("chooses from the list of commands, on both", () => {
    const steps = [press({ key: "ArrowDown" }), press({ key: "ArrowUp" }), press(), press({ key: "Escape" })];
    for (const enterSends of [true, false])
      expect(play(steps, { enterSends, completing: true })).toEqual(["next", "previous", "choose", "close"]);
  });

  it("leaves every other key alone", () => {
    expect(play([press({ key: "a", keyCode: 65 }), press({ key: "Home", keyCode: 36 })])).toEqual(["type", "type"]);
  });

  it("goes through blanks by Tab, backwards with Shift", () => {
    const tab = { key: "Tab", keyCode: 9 };
    const acts = play([press(tab), press({ ...tab, shiftKey: true }), press({ ...tab, ctrlKey: true })]);
    expect(acts).toEqual(["nextBlank", "previousBlank", "type"]);
  });
});
