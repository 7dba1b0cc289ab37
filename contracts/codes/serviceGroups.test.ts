import { expect, it } from "vitest";
import { hasPlaces, staysOvernight } from "./serviceGroups.ts";

it("a home has rooms, a day service has places, planning has neither", () => {
  expect([staysOvernight("care", "51"), hasPlaces("care", "51")]).toEqual([true, true]);
  expect([staysOvernight("care", "15"), hasPlaces("care", "15")]).toEqual([false, true]);
  expect([staysOvernight("care", "43"), hasPlaces("care", "43")]).toEqual([false, false]);
});

it("the two systems use the same numbers for other things", () => {
  expect(hasPlaces("disability", "46")).toBe(true);
  expect(hasPlaces("care", "46")).toBe(false);
});
