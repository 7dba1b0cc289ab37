import { foldKana } from "../people/kana.ts";

/** A text as it is compared, that still knows where each of its letters stood. */
export interface Folded {
  /** Where a folded word stands in the original: [start, end). */
  find(word: string): [start: number, end: number][];
  /** What follows a place of the original, folded. */
  after(end: number): string;
}

/** Letters of names that have several forms. */
const FORMS: Readonly<Record<string, string>> = {
  髙: "高",
  﨑: "崎",
  嵜: "崎",
  碕: "崎",
  濵: "浜",
  濱: "浜",
  德: "徳",
  邊: "辺",
  邉: "辺",
  齋: "斎",
  齊: "斉",
  澤: "沢",
  櫻: "桜",
  廣: "広",
  國: "国",
  惠: "恵",
  眞: "真",
  嶋: "島",
  嶌: "島",
};

const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** Width, kana and forms of letters alike; spaces and marks between letters gone. */
export function fold(text: string): string {
  return [...graphemes.segment(text)].map(({ segment }) => foldLetter(segment)).join("");
}

export function foldText(text: string): Folded {
  let folded = "";
  const places: number[] = [];
  const ends: number[] = [];
  for (const { segment, index } of graphemes.segment(text)) {
    for (const letter of foldLetter(segment)) {
      for (let i = 0; i < letter.length; i += 1) {
        places.push(index);
        ends.push(index + segment.length);
      }
      folded += letter;
    }
  }
  return {
    find: (word) => {
      const hits: [number, number][] = [];
      for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
        hits.push([places[at] ?? 0, ends[at + word.length - 1] ?? text.length]);
      }
      return hits;
    },
    after: (end) => fold(text.slice(end, end + 8)),
  };
}

function foldLetter(segment: string): string {
  const plain = segment.normalize("NFKC").toLowerCase();
  if (/^[\s\p{P}\p{S}\p{Cf}]+$/u.test(plain)) return "";
  if (/[ぁ-ゖァ-ヺー]/.test(plain)) return foldKana(plain);
  return FORMS[plain] ?? plain;
}
