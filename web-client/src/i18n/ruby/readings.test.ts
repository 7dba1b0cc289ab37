import { describe, expect, it } from "vitest";
import { easy } from "../easy.ts";
import { ja } from "../ja.ts";
import { annotate } from "./annotate.ts";
import { readings } from "./readings.ts";

const KANJI = /[\p{Script=Han}々]/u;
const sentences = [ja, easy].flatMap((set) => Object.values(set)).flatMap((part) => Object.values<string>(part));
const without = sentences.flatMap((sentence) =>
  annotate(sentence, readings)
    .filter(({ text, reading }) => !reading && KANJI.test(text))
    .map(({ text }) => `${text} in: ${sentence}`),
);

describe("the readings", () => {
  it("cover the product's Japanese: 97 of 100 sentences wholly", () => {
    expect(without.length, `without a reading:\n${without.join("\n")}`).toBeLessThanOrEqual(sentences.length * 0.03);
  });

  it("are kana, and their kana parts are those of the word", () => {
    const wrong = [...readings].filter(
      ([word, reading]) => KANJI.test(reading) || reading === "" || annotate(word, readings).some(isMisaligned),
    );
    expect(wrong).toEqual([]);
  });
});

/** Aligning failed when kana kept a reading: the whole word then stands under one. */
const isMisaligned = ({ text, reading }: { text: string; reading?: string }): boolean =>
  reading !== undefined && /\p{Script=Hiragana}/u.test(text);
