import { describe, expect, it } from "vitest";
import { splitCells } from "./cells.ts";

describe("splitCells", () => {
  it.each<[string, string[]]>([
    ["a,b,", ["a", "b", ""]],
    ["", [""]],
    ['"a,b",c', ["a,b", "c"]],
    ['a,"say ""yes""",', ["a", 'say "yes"', ""]],
    ['"two\nlines",b', ["two\nlines", "b"]],
    ['a "quoted" word,b', ['a "quoted" word', "b"]],
    ['"odd" mark",b', ['odd" mark', "b"]],
    ['""', [""]],
  ])("reads %j", (record, cells) => {
    expect(splitCells(record)).toEqual({ cells, open: false });
  });

  it.each<[string, string[]]>([
    ['a,"open', ["a"]],
    ['"', []],
    ['a,"b,c",d,"open, and""', ["a", "b,c", "d"]],
  ])("says that %j goes on, and what is whole of it", (record, cells) => {
    expect(splitCells(record)).toEqual({ cells, open: true });
  });
});
