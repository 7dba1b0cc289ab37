import { expect, it } from "vitest";
import { BLANK, blankAfter, blankBefore, putIn } from "./blanks.ts";

it("a template goes in where the caret is, on a line of its own, its first blank ready to be filled", () => {
  expect(putIn("", 0, `体温${BLANK}℃`)).toEqual({ text: `体温${BLANK}℃`, caret: { from: 2, to: 5 } });
  expect(putIn("前後", 1, "はい")).toEqual({ text: "前\nはい\n後", caret: { from: 4, to: 4 } });
});

it("blanks are gone through forwards and backwards, and end", () => {
  const text = `${BLANK}と${BLANK}`;
  expect(blankAfter(text, 0)).toEqual({ from: 0, to: 3 });
  expect(blankAfter(text, 3)).toEqual({ from: 4, to: 7 });
  expect(blankAfter(text, 7)).toBeNull();
  expect(blankBefore(text, 4)).toEqual({ from: 0, to: 3 });
  expect(blankBefore(text, 2)).toBeNull();
});
