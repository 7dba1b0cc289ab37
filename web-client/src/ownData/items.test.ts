import { expect, it } from "vitest";
import { z } from "zod";
import { type Item, itemsOf, knowsMore, merge, pruned } from "./items.ts";

const item = (value: string | null, at: number, by = "A"): Item<string> => ({ value, at, by });

it("of each thing the later counts, in whatever order they are merged", () => {
  const here = { a: item("old", 1), b: item("here", 5, "A"), c: item(null, 9) };
  const there = { a: item("new", 2), b: item("there", 5, "B"), c: item("back?", 3), d: item("more", 1) };
  const merged = { a: item("new", 2), b: item("there", 5, "B"), c: item(null, 9), d: item("more", 1) };
  expect(merge(here, there)).toEqual(merged);
  expect(merge(there, here)).toEqual(merged);
  expect(knowsMore(there, here)).toBe(true);
  expect(knowsMore(here, merged)).toBe(false);
});

it("what is gone is forgotten after a month, what is there never", () => {
  const month = 31 * 24 * 60 * 60_000;
  expect(pruned({ a: item(null, 0), b: item("here", 0) }, month)).toEqual({ b: item("here", 0) });
});

it("a thing that does not fit is left out, the rest stays", () => {
  const kept = { a: item("fits", 1), b: { value: 7, at: 1, by: "A" }, c: "?" };
  expect(itemsOf(z.string()).parse(kept)).toEqual({ a: item("fits", 1) });
});
