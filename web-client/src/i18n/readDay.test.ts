import { describe, expect, it } from "vitest";
import { readDay } from "./readDay.ts";

describe("a birth date as people write it", () => {
  it.each([
    ["1938-04-12"],
    ["1938/4/12"],
    ["1938.4.12"],
    ["19380412"],
    ["１９３８年４月１２日"],
    ["昭和13年4月12日"],
    ["昭13.4.12"],
    ["S13.4.12"],
    ["s130412"],
    [" Ｓ１３／０４／１２ "],
  ])("reads %s", (text) => expect(readDay(text)).toBe("1938-04-12"));

  it("reads the first year of an era", () => expect(readDay("大正元年8月1日")).toBe("1912-08-01"));

  it.each([["1938-02-30"], ["昭和元年1月1日"], ["13.4.12"], ["昭和"], [""], ["あした"], ["193804120"]])(
    "does not guess at %s",
    (text) => expect(readDay(text)).toBeUndefined(),
  );
});
