import { sectionSchemas } from "@tsunagi/contracts/emergencyCard";
import { describe, expect, it } from "vitest";
import { CareError } from "../kernel/errors.ts";
import { answered } from "./writeItem.ts";

describe("one item in words", () => {
  it("joins what stands there, leaves the others as they are, and is what the form would have saved", () => {
    const before = { allergies: { state: "none" as const }, contraindicated: { state: "none" as const } };
    const once = answered(before, "allergies", "allergies", " そば ");
    const twice = answered(once, "allergies", "allergies", "えび");
    expect(twice["allergies"]?.entries?.map((entry) => entry["substance"])).toEqual(["そば", "えび"]);
    expect(twice["contraindicated"]).toEqual({ state: "none" });
    expect(sectionSchemas.allergies.safeParse(twice).success).toBe(true);
  });

  it("keeps none and unknown apart, and what was never filled in is unknown", () => {
    expect(answered(undefined, "devices", "insulin", "なし")["insulin"]).toEqual({ state: "none" });
    expect(answered(undefined, "devices", "insulin", "不明")["insulin"]).toEqual({ state: "unknown" });
    expect(answered(undefined, "devices", "insulin", "なし")["pacemaker"]).toEqual({ state: "unknown" });
  });

  it("that is there once is replaced", () => {
    const once = answered(undefined, "devices", "insulin", "朝8単位");
    const twice = answered(once, "devices", "insulin", "朝10単位");
    expect(twice["insulin"]?.entries).toEqual([{ detail: "朝10単位" }]);
  });

  it("that takes more than words, or has no room, is refused", () => {
    for (const [section, item, text] of [
      ["contacts", "contacts", "花子"],
      ["identity", "bloodType", "A"],
      ["devices", "insulin", "x".repeat(301)],
    ] as const)
      expect(() => answered(undefined, section, item, text)).toThrow(CareError);
  });
});
