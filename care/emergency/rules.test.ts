import { describe, expect, it } from "vitest";
import { isDue, lastConfirmed } from "./rules.ts";

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const section = (saved: number, confirmed: number | null) => ({
  savedAt: day(saved),
  confirmedAt: confirmed === null ? null : day(confirmed),
});

describe("the day a card was last confirmed", () => {
  it("is the oldest of its sections', so that no part is older than it says", () => {
    expect(lastConfirmed([section(1, 20), section(1, 5), section(1, 9)])).toEqual(day(5));
  });

  it("is not there while one section was never confirmed, nor on an empty card", () => {
    expect(lastConfirmed([section(1, 20), section(1, null)])).toBeNull();
    expect(lastConfirmed([])).toBeNull();
  });
});

describe("a card", () => {
  it("is due when one confirmation is older than the setting", () => {
    expect(isDue([section(1, 3), section(1, 9)], day(10), 7)).toBe(false);
    expect(isDue([section(1, 2), section(1, 9)], day(10), 7)).toBe(true);
  });

  it("counts from the day it was written while nobody has confirmed it", () => {
    expect(isDue([section(2, null)], day(10), 7)).toBe(true);
    expect(isDue([section(3, null)], day(10), 7)).toBe(false);
    expect(isDue([], day(10), 7)).toBe(false);
  });
});
