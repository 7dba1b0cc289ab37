import { describe, expect, it } from "vitest";
import { ageOn, dayInJapan } from "./japan.ts";

describe("days in Japan", () => {
  it("begin while it is still yesterday in London", () => {
    expect(dayInJapan(new Date("2026-11-24T14:59:00Z"))).toBe("2026-11-24");
    expect(dayInJapan(new Date("2026-11-24T15:00:00Z"))).toBe("2026-11-25");
  });

  it("make an age that grows on the birthday in Japan", () => {
    expect(ageOn("1941-11-25", new Date("2026-11-24T14:59:00Z"))).toBe(84);
    expect(ageOn("1941-11-25", new Date("2026-11-24T15:00:00Z"))).toBe(85);
  });

  it("count full years by the day in Japan", () => {
    expect(ageOn("1940-04-02", new Date("2026-04-01T14:59:00Z"))).toBe(85);
    expect(ageOn("1940-04-02", new Date("2026-04-01T15:00:00Z"))).toBe(86);
  });
});
