const SMALL: Readonly<Record<string, string>> = {
  ァ: "ア",
  ィ: "イ",
  ゥ: "ウ",
  ェ: "エ",
  ォ: "オ",
  ッ: "ツ",
  ャ: "ヤ",
  ュ: "ユ",
  ョ: "ヨ",
  ヮ: "ワ",
  ヵ: "カ",
  ヶ: "ケ",
};
const ALIKE: Readonly<Record<string, string>> = { ヂ: "ジ", ヅ: "ズ", ヲ: "オ", ヴ: "ブ", ヰ: "イ", ヱ: "エ" };

/**
 * Kana as they are compared: katakana, full width, no spaces, small letters large, letters that sound alike the
 * same, without the long-vowel mark. "ﾔﾏﾀﾞ しょうた" and "ヤマダショウタ" become equal.
 */
export function foldKana(text: string): string {
  return [...text.normalize("NFKC")]
    .map(toKatakana)
    .filter((letter) => /[ァ-ヺ]/.test(letter))
    .map((letter) => SMALL[letter] ?? letter)
    .map((letter) => ALIKE[letter] ?? letter)
    .join("");
}

/** The text with its kana as katakana, and as hiragana: names of organisations and staff are kept as they were typed. */
export function kanaVariants(text: string): string[] {
  const plain = text.normalize("NFKC");
  const toHiragana = (letter: string): string => (letter >= "ァ" && letter <= "ヶ" ? shift(letter, -0x60) : letter);
  return [...new Set([[...plain].map(toKatakana).join(""), [...plain].map(toHiragana).join("")])];
}

const shift = (letter: string, by: number): string => String.fromCodePoint((letter.codePointAt(0) ?? 0) + by);

const toKatakana = (letter: string): string => (letter >= "ぁ" && letter <= "ゖ" ? shift(letter, 0x60) : letter);
