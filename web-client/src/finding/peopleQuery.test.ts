import { expect, it } from "vitest";
import { peopleQuery } from "./peopleQuery.ts";

it("reads kana, a birth date in either calendar, or both", () => {
  expect(peopleQuery("かくう ハナ")).toEqual({ kana: "かくう ハナ" });
  expect(peopleQuery("ｶｸｳ　昭和13年4月12日")).toEqual({ kana: "ｶｸｳ", birthDate: "1938-04-12" });
  expect(peopleQuery("1938/4/12")).toEqual({ kana: "", birthDate: "1938-04-12" });
});

it("takes nothing else: the hub knows people by kana and birth date", () => {
  expect(peopleQuery("架空")).toBeNull();
  expect(peopleQuery("  ")).toBeNull();
});
