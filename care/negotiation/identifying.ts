import type { IdentifyingKind } from "@tsunagi/contracts/codes/negotiation";
import type { IdentifyingHit } from "@tsunagi/contracts/rest/negotiation";
import { type Folded, fold, foldText } from "./folding.ts";

/** What is known of the person and those around them; a free text that goes out anonymously must hold none of it. */
export interface KnownFacts {
  readonly familyName: string;
  readonly givenName: string;
  readonly familyKana: string;
  readonly givenKana: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  readonly address: string;
  readonly phone: string;
  /** The person's code and other ids. */
  readonly codes: readonly string[];
  readonly relatives: readonly string[];
  /** Full names, family name first, with a space. */
  readonly team: readonly string[];
}

/** Names of people in Japan: what stands before a form of address. */
const ADDRESSED =
  /(?:[\p{Script=Han}々]{1,5}|[\p{Script=Katakana}ー]{2,8})(?=(?:さん|様|さま|氏|くん|君|ちゃん|先生|医師))/gu;
/** Words before a form of address that are nobody's name. */
const NOT_NAMES =
  /^(?:患者|利用者|本人|御本人|家族|奥|娘|息子|長女|長男|次女|次男|三女|三男|妻|夫|母|父|兄|姉|弟|妹|孫|嫁|義母|義父|主治|担当|親|子|皆|客|医者|看護師|入所者|相談員|叔母|叔父|伯母|伯父)$/;

const PATTERNS: readonly { readonly kind: IdentifyingKind; readonly pattern: RegExp }[] = [
  { kind: "phone", pattern: /(?:\+81[-\s]?|0)\d{1,4}[-(\s.]?\d{1,4}[-)\s.]?\d{3,4}(?!\d)/g },
  {
    kind: "date",
    pattern:
      /(?:\d{4}|(?:明治|大正|昭和|平成|令和|[MTSHR])\s?(?:\d{1,2}|元))\s?(?:[年./-]\s?\d{1,2}(?:\s?[月./-]\s?\d{1,2}日?)?月?|年)|\d{1,2}月\d{1,2}日|(?<![\d./])(?:1[0-2]|0?[1-9])\/(?:[12]\d|3[01]|0?[1-9])(?![\d./])/g,
  },
  {
    kind: "address",
    pattern:
      /[\p{Script=Han}々ヶケの]{1,8}(?:[0-9一二三四五六七八九十]{1,4}(?:丁目|番地|番|号)|[0-9]{1,4}[-‐－][0-9]{1,4})|〒?\s?\d{3}-\d{4}(?!\d)|[0-9]{1,4}(?:丁目|番地)/gu,
  },
  { kind: "number", pattern: /(?<!\d)\d{7,}(?!\d)|[\w.+-]+@[\w-]+\.[\w.]+|https?:\/\/\S+|\b[a-z]{3}_[0-9a-z]{26}\b/g },
];

/**
 * Everything in a text that may tell who somebody is, in the order it stands there. `blocks` = the person's or the
 * family's own: it cannot go out; the others are for the asker to look at.
 */
export function findIdentifying(text: string, known: KnownFacts): IdentifyingHit[] {
  const folded = foldText(text);
  const hits = [...ownHits(folded, known), ...patternHits(text)];
  const blocking = hits.filter(({ blocks }) => blocks);
  const others = hits.filter((hit) => !hit.blocks && !blocking.some((own) => overlap(own, hit)));
  const unlike = others.filter((hit, i) => !others.slice(0, i).some((before) => overlap(before, hit)));
  return [...merge(blocking, text), ...unlike]
    .sort((a, b) => a.start - b.start)
    .map((hit) => ({ ...hit, text: text.slice(hit.start, hit.end) }));
}

type Found = Omit<IdentifyingHit, "text">;

const overlap = (a: Found, b: Found): boolean => a.start < b.end && b.start < a.end;

/** 架空 ハナ is found as a whole and in its parts: shown once. */
function merge(hits: readonly Found[], text: string): Found[] {
  const merged: Found[] = [];
  for (const hit of [...hits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && text.slice(last.end, hit.start).trim() === "")
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, hit.end) };
    else merged.push(hit);
  }
  return merged;
}

function ownHits(text: Folded, known: KnownFacts): Found[] {
  const own = [known.familyName, known.givenName, known.familyKana, known.givenKana];
  const person = [
    ...own.flatMap((name) => nameHits(text, name, "person", true)),
    ...[...partsOfAddress(known.address), digitsOf(known.phone), ...datesOf(known.birthDate), ...known.codes].flatMap(
      (word) => wordHits(text, word, "person", true),
    ),
  ];
  const relatives = known.relatives.flatMap((name) => namesIn(name).flatMap((n) => nameHits(text, n, "family", true)));
  const team = known.team.flatMap((name) => [
    ...wordHits(text, name, "team", false),
    ...namesIn(name).flatMap((part) => nameHits(text, part, "team", false)),
  ]);
  return [...person, ...relatives, ...team];
}

const namesIn = (full: string): string[] => full.split(/[\s　]+/).filter((part) => part !== "");

/** A name of one letter is a word too: it counts before a form of address, else it is only pointed at. */
function nameHits(text: Folded, name: string, kind: IdentifyingKind, blocks: boolean): Found[] {
  const hits = wordHits(text, name, kind, blocks);
  if ([...fold(name)].length > 1) return hits;
  return hits.map((hit) => ({
    ...hit,
    blocks: blocks && /^(さん|様|サマ|氏|君|クン|チャン|サン)/.test(text.after(hit.end)),
  }));
}

function wordHits(text: Folded, word: string, kind: IdentifyingKind, blocks: boolean): Found[] {
  const wanted = fold(word);
  if (wanted === "") return [];
  return text.find(wanted).map(([start, end]) => ({ kind, start, end, blocks }));
}

const MINIMUM_DIGITS = 6;
const digitsOf = (phone: string): string => {
  const digits = phone.normalize("NFKC").replaceAll(/\D/g, "");
  return digits.length >= MINIMUM_DIGITS ? digits : "";
};

/** The address as a whole, and its parts that only few share: what stands behind city and town. */
function partsOfAddress(address: string): string[] {
  const plain = address.normalize("NFKC").trim();
  if (plain === "") return [];
  const tail = plain.replace(/^.*?[都道府県]/u, "").replace(/^.*?[市区町村郡]/u, "");
  const words = tail.split(/[\s　]+/).filter((part) => [...part].length >= 3);
  return [...new Set([plain, ...words])];
}

const ERAS: readonly (readonly [from: string, year: number, name: string, letter: string])[] = [
  ["2019-05-01", 2018, "令和", "R"],
  ["1989-01-08", 1988, "平成", "H"],
  ["1926-12-25", 1925, "昭和", "S"],
  ["1912-07-30", 1911, "大正", "T"],
  ["1868-01-25", 1867, "明治", "M"],
];

/** A birth date in every way it is written; spaces and marks are folded away. */
function datesOf(iso: string): string[] {
  const [year = "", month = "", day = ""] = iso.split("-");
  const [m, d] = [String(Number(month)), String(Number(day))];
  const era = ERAS.find(([from]) => iso >= from);
  const years = [year, ...(era ? [`${era[2]}${Number(year) - era[1]}`, `${era[3]}${Number(year) - era[1]}`] : [])];
  return years.flatMap((y) => [
    `${y}年${m}月${d}日`,
    `${y}/${m}/${d}`,
    `${y}.${m}.${d}`,
    `${y}-${month}-${day}`,
    `${y}${month}${day}`,
  ]);
}

function patternHits(text: string): Found[] {
  // One letter for one letter, so that places stay what they are
  const plain = [...text].map((letter) => sameLength(letter)).join("");
  const patterns = PATTERNS.flatMap(({ kind, pattern }) =>
    [...plain.matchAll(pattern)].map((match) => found(kind, match.index, match[0])),
  );
  const names = [...plain.matchAll(ADDRESSED)]
    .filter(([word]) => !NOT_NAMES.test(word))
    .map((match) => found("name", match.index, match[0]));
  return [...patterns, ...names];
}

const found = (kind: IdentifyingKind, start: number, word: string): Found => ({
  kind,
  start,
  end: start + word.length,
  blocks: false,
});

function sameLength(letter: string): string {
  const plain = letter.normalize("NFKC");
  return plain.length === letter.length ? plain : letter;
}
