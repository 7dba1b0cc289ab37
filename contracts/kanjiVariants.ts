/** Kanji of names in their old and their plain form, in pairs: 髙橋 is found by 高橋, 齋藤 by 斎藤. */
const PAIRS =
  "髙高﨑崎嵜崎碕崎濵浜濱浜邊辺邉辺齋斎齊斎斉斎德徳廣広澤沢櫻桜嶋島嶌島瀨瀬眞真國国冨富圓円槇槙惠恵淺浅條条壽寿龍竜瀧滝栁柳桒桑𠮷吉佛仏假仮藏蔵禮礼榮栄萬万與与豐豊鐵鉄黑黒曾曽祐祐彌弥實実寶宝靜静戶戸";

const letters = [...PAIRS];
const PLAIN = new Map(
  letters.map((letter, i) => [letter, letters[i + 1] ?? letter] as const).filter((_, i) => i % 2 === 0),
);
/** Outside the basic plane, which a fast search must look for apart. */
const FAR = [...PLAIN.keys()].filter((letter) => letter.length > 1);
const OLD = new RegExp(`[${[...PLAIN.keys()].filter((letter) => letter.length === 1).join("")}]|${FAR.join("|")}`, "g");

/** A text with variants of kanji in their plain form. */
export const plainKanji = (text: string): string => text.replaceAll(OLD, (letter) => PLAIN.get(letter) ?? letter);
