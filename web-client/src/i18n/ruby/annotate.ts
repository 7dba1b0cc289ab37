/** A piece of a sentence; with a reading when it is kanji. */
export interface Piece {
  readonly text: string;
  readonly reading?: string;
}

/** Word → how it is read, in hiragana; words may carry the kana that tell them apart (方は, 行う). */
export type Readings = ReadonlyMap<string, string>;

const KANJI = /[\p{Script=Han}々〆ヶ]/u;
const longest = (readings: Readings): number => Math.max(0, ...[...readings.keys()].map((word) => word.length));

/**
 * Puts readings over the kanji of a sentence: at every place the longest word that is known. Kanji of unknown words stay
 * without.
 */
export function annotate(sentence: string, readings: Readings): readonly Piece[] {
  const most = longest(readings);
  const pieces: Piece[] = [];
  let plain = "";
  const flush = () => {
    if (plain) pieces.push({ text: plain });
    plain = "";
  };
  let at = 0;
  while (at < sentence.length) {
    const word = KANJI.test(sentence[at] ?? "") ? longestAt(sentence, at, most, readings) : undefined;
    if (word === undefined) {
      plain += sentence[at];
      at += 1;
      continue;
    }
    flush();
    pieces.push(...spread(word, readings.get(word) ?? ""));
    at += word.length;
  }
  flush();
  return pieces;
}

function longestAt(sentence: string, at: number, most: number, readings: Readings): string | undefined {
  for (let length = Math.min(most, sentence.length - at); length > 0; length -= 1) {
    const word = sentence.slice(at, at + length);
    if (readings.has(word)) return word;
  }
  return undefined;
}

/** 読み込み + よみこみ → 読(よ) み 込(こ) み: the kana in between stand for themselves. */
export function spread(word: string, reading: string): readonly Piece[] {
  const runs = word.match(/[\p{Script=Han}々〆ヶ]+|[^\p{Script=Han}々〆ヶ]+/gu) ?? [];
  const pattern = runs
    .map((run) => (KANJI.test(run) ? "(.+?)" : `(${run.replaceAll(/[!-/:-@[-`{-~]/g, "\\$&")})`))
    .join("");
  const parts = new RegExp(`^${pattern}$`, "u").exec(reading);
  if (!parts) return [{ text: word, reading }];
  return runs.map((run, i) => (KANJI.test(run) ? { text: run, reading: parts[i + 1] ?? "" } : { text: run }));
}
