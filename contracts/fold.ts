import { plainKanji } from "./kanjiVariants.ts";

/*
 * A text as it is compared: width, case, spaces, the kind of kana, how a long vowel or a voicing mark was typed, and
 * variants of kanji in names do not matter. Something is found however it is typed on whatever keyboard.
 */

/** Voicing marks that stand alone; as combining ones they melt into their letter. */
const MARKS: Readonly<Record<string, string>> = { "\u309b": "\u3099", "\u309c": "\u309a" };
/** Whatever is typed for a long vowel after a kana: hyphens, dashes, minus, tildes. */
const LONG = "-\\u2010-\\u2015\\u2212\\u301c~\\u30fc";
const LONG_VOWEL = new RegExp(`([\\u3041-\\u309f])[${LONG}]+`, "g");
const IS_LONG = new RegExp(`^[${LONG}]$`);
const IS_HIRAGANA = /^[\u3041-\u309f]$/;
/** A letter with the marks that belong to it. */
const CLUSTER = /\P{M}?[\p{M}\u309b\u309c\uff9e\uff9f]*/gu;

const toHiragana = (katakana: string): string => {
  let hiragana = "";
  for (let i = 0; i < katakana.length; i += 1) hiragana += String.fromCharCode(katakana.charCodeAt(i) - 0x60);
  return hiragana;
};

/** Everything that looks at one letter only. */
const letters = (text: string): string =>
  plainKanji(text)
    .replaceAll(/[\u309b\u309c]/g, (mark) => MARKS[mark] ?? mark)
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("\u03c2", "\u03c3")
    .replaceAll(/\s+/g, "")
    .replaceAll(/[\u30a1-\u30f6\u30fd\u30fe]+/g, toHiragana);

export const fold = (text: string): string => letters(text).replaceAll(LONG_VOWEL, "$1\u30fc");

const SHORTEST_WITHOUT_LONG = 3;

/**
 * What is looked for, folded. A long vowel at the end is optional: ヘルパー finds ヘルパ too. Not in short words, which
 * would become others (コート, こと).
 */
export function foldWanted(text: string): string {
  const folded = fold(text);
  const shorter = folded.replace(/\u30fc$/, "");
  return shorter.length >= SHORTEST_WITHOUT_LONG ? shorter : folded;
}

export interface FoldedWithPlaces {
  readonly text: string;
  /** Where in the original each letter of `text` came from; one more for the end. */
  readonly places: readonly number[];
}

/** The same as `fold`, with the way back: for marking what was found in the text as it was written. */
export function foldWithPlaces(original: string): FoldedWithPlaces {
  let text = "";
  const places: number[] = [];
  let lengthening = false; // in the long vowel of a kana
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    for (const letter of letters(cluster)) {
      const long: boolean = IS_LONG.test(letter) && (lengthening || IS_HIRAGANA.test(text.at(-1) ?? ""));
      if (!(long && lengthening)) {
        text += long ? "\u30fc" : letter;
        for (let i = 0; i < letter.length; i += 1) places.push(index);
      }
      lengthening = long;
    }
  }
  places.push(original.length);
  return { text, places };
}
