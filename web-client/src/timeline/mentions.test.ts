import { expect, it } from "vitest";
import { splitMentions } from "./mentions.ts";

const words = (text: string, ...named: string[]) =>
  splitMentions(text, named).map(({ text: part, mention }) => (mention ? `[${part}]` : part));

it("names stand out wherever they are in a text", () => {
  expect(words("@苺畑 さゆり 様子はいかがですか @看護師", "@看護師", "@苺畑 さゆり")).toEqual([
    "[@苺畑 さゆり]",
    " 様子はいかがですか ",
    "[@看護師]",
  ]);
});

it("the longest name wins, and an address is no name", () => {
  expect(words("@看護師長へ a@b", "@看護師", "@看護師長")).toEqual(["[@看護師長]", "へ a@b"]);
});

it("a text without names stays whole", () => {
  expect(words("お変わりありません")).toEqual(["お変わりありません"]);
  expect(words("")).toEqual([]);
});
