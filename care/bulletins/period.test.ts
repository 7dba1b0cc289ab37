import { describe, expect, it } from "vitest";
import { hasEnded, shownUntil } from "./period.ts";

describe("a bulletin's period", () => {
  const until = shownUntil("2026-04-03", new Date("2026-04-02T15:30:00Z"));

  it("lasts through its last day in Japan", () => {
    expect(until).toEqual(new Date("2026-04-03T15:00:00Z"));
    expect(hasEnded({ shownUntil: until }, new Date("2026-04-03T14:59:59Z"))).toBe(false);
    expect(hasEnded({ shownUntil: until }, new Date("2026-04-03T15:00:00Z"))).toBe(true);
  });

  it("cannot be over before it goes, by the day in Japan", () => {
    expect(() => shownUntil("2026-04-02", new Date("2026-04-02T15:30:00Z"))).toThrow();
  });

  it("has no end when no day was chosen", () => {
    expect(shownUntil(null, new Date())).toBeNull();
    expect(hasEnded({ shownUntil: null }, new Date())).toBe(false);
  });
});
