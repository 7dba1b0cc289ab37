import { handoverFileName } from "@tsunagi/contracts/codes/handover";
import { dayInJapan } from "@tsunagi/contracts/japan";
import { describe, expect, it } from "vitest";
import { birthText, momentText } from "./dates.ts";

describe("days on paper", () => {
  it("of birth are written by the era and by the western year, the first year of an era as people say it", () => {
    expect(birthText("1941-02-03")).toBe("昭和16年2月3日（1941年2月3日）");
    expect(birthText("1926-12-25")).toBe("昭和元年12月25日（1926年12月25日）");
    expect(birthText("2019-05-01")).toBe("令和元年5月1日（2019年5月1日）");
  });

  it("are days in Japan, wherever the hub stands", () => {
    const lateInLondon = new Date("2026-11-24T15:30:00Z");
    expect(momentText(lateInLondon)).toBe("2026年11月25日 0:30");
    expect(handoverFileName("fhir", dayInJapan(lateInLondon))).toBe("fhir-20261125.json");
  });
});
