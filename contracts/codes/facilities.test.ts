import { expect, it } from "vitest";
import { facilityNeeds, facilityOffers, needAnswers } from "./facilities.ts";

it("names every need of the region's base set in both languages, none twice", () => {
  expect(facilityNeeds.codes.length).toBeGreaterThanOrEqual(22);
  for (const list of [facilityNeeds, facilityOffers]) {
    for (const language of ["ja", "en"] as const) {
      const labels = new Set(
        list.codes.map((code) => (list.label as (c: string, l: "ja" | "en") => string)(code, language)),
      );
      expect(labels.size).toBe(list.codes.length);
    }
  }
});

it("keeps not knowing apart from declining", () => {
  expect(needAnswers.codes).toEqual(["accept", "consult", "decline", "unknown"]);
});
