import { describe, expect, it } from "vitest";
import { annotate, spread } from "./annotate.ts";

const readings = new Map([
  ["記録", "きろく"],
  ["記録者", "きろくしゃ"],
  ["読み込", "よみこ"],
  ["人", "にん"],
  ["人の", "ひとの"],
]);
const read = (sentence: string) =>
  annotate(sentence, readings)
    .map(({ text, reading }) => (reading ? `${text}(${reading})` : text))
    .join("");

describe("readings over a sentence", () => {
  it("take the longest word that is known", () =>
    expect(read("記録者の記録")).toBe("記録者(きろくしゃ)の記録(きろく)"));

  it("stand over the kanji only, not over the kana between them", () =>
    expect(read("読み込みます")).toBe("読(よ)み込(こ)みます"));

  it("tell one reading from another by what follows", () =>
    expect(read("3人、人の声")).toBe("3人(にん)、人(ひと)の声"));

  it("leave what is not known as it is", () => expect(read("鬱")).toBe("鬱"));

  it("cover the whole word where the kana do not match", () =>
    expect(spread("今日", "きょう")).toEqual([{ text: "今日", reading: "きょう" }]));
});
