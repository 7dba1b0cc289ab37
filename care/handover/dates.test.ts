import { describe, expect, it } from "vitest";
import { ageOn, birthText, dayDigits, momentText } from "./dates.ts";

describe("days on paper", () => {
  it("of birth are written by the era and by the western year, the first year of an era as people say it", () => {
    expect(birthText("1941-02-03")).toBe("昭和16年2月3日（1941年2月3日）");
    expect(birthText("1926-12-25")).toBe("昭和元年12月25日（1926年12月25日）");
    expect(birthText("2019-05-01")).toBe("令和元年5月1日（2019年5月1日）");
  });

  it("are days in Japan, wherever the hub stands", () => {
    const lateInLondon = new Date("2026-11-24T15:30:00Z");
    expect(momentText(lateInLondon)).toBe("2026年11月25日 0:30");
    expect(dayDigits(lateInLondon)).toBe("20261125");
  });

  it("make an age that grows on the birthday in Japan", () => {
    expect(ageOn("1941-11-25", new Date("2026-11-24T14:59:00Z"))).toBe(84);
    expect(ageOn("1941-11-25", new Date("2026-11-24T15:00:00Z"))).toBe(85);
  });
});
