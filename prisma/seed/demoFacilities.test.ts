import { describe, expect, it } from "vitest";
import { demoFacility } from "./demoFacilities.ts";

const all = ["51", "52", "32", "15", "13", "43"].flatMap((type) =>
  Array.from({ length: 42 }, (_, i) => ({ type, ...demoFacility(type, i) })),
);

describe("the demo's facilities", () => {
  it("are free, full, stale and silent, so that a search has something to tell apart", () => {
    const reported = all.flatMap(({ vacancy }) => vacancy ?? []);
    expect(reported.some(({ lines }) => lines.length > 0)).toBe(true);
    expect(reported.some(({ lines, waiting }) => lines.length === 0 && (waiting ?? 0) > 0)).toBe(true);
    expect(reported.some(({ hoursAgo }) => hoursAgo > 72)).toBe(true);
    expect(all.some(({ profile, vacancy }) => !profile && !vacancy)).toBe(true);
    expect(all.filter(({ type }) => type === "43").every(({ vacancy }) => vacancy === null)).toBe(true);
  });

  it("say of each need one thing", () => {
    for (const { profile } of all) {
      const needs = profile?.needs.map(({ need }) => need) ?? [];
      expect(new Set(needs).size).toBe(needs.length);
    }
  });
});
