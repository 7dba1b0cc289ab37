import { describe, expect, it } from "vitest";
import { fold, foldWanted, foldWithPlaces } from "./fold.ts";

const alike = (...texts: readonly string[]) => expect(new Set(texts.map(fold)).size, texts.join(" / ")).toBe(1);

describe("folding", () => {
  it("takes hiragana, katakana and half-width katakana for the same", () => {
    alike("たんざく", "タンザク", "ﾀﾝｻﾞｸ");
    alike("ぱーてぃー", "パーティー", "ﾊﾟｰﾃｨｰ");
    alike("ゔぁいおりん", "ヴァイオリン", "ｳﾞｧｲｵﾘﾝ");
  });

  it("takes full width and half width, large and small letters for the same", () => {
    alike("SpO2 96%", "ＳｐＯ２　９６％", "spo2 96%");
    alike("10㎎", "10mg", "１０ｍｇ");
  });

  it("takes voicing marks for the same however they are typed", () => {
    alike("ガ", "カ\u3099", "カ゛", "ｶﾞ", "が");
    alike("パ", "ハ\u309a", "ハ゜", "ﾊﾟ");
  });

  it("takes whatever is typed for a long vowel for the same", () => {
    alike("ヘルパー", "ヘルパ－", "ヘルパ―", "へるぱ〜", "ﾍﾙﾊﾟ-", "ヘルパーー");
    expect(fold("8-10")).toBe("8-10"); // after a digit it is a dash
  });

  it("takes variants of kanji in names for the same", () => {
    alike("髙橋", "高橋");
    alike("齋藤", "斎藤", "斉藤");
    alike("𠮷田", "吉田");
  });

  it("lets a long vowel at the end be left out, but not where another word would come out", () => {
    expect(fold("ヘルパさん")).toContain(foldWanted("ヘルパー"));
    expect(fold("コンピュータ")).toContain(foldWanted("コンピューター"));
    expect(fold("寒いことが続く")).not.toContain(foldWanted("コート"));
    expect(foldWanted("キー")).toBe("きー");
  });

  it("knows where each letter came from", () => {
    const text = "本日ﾊﾞｲﾀﾙ　㌔ １０ヶ月〜〜 𠮷田";
    const { text: folded, places } = foldWithPlaces(text);
    expect(folded).toBe(fold(text));
    const at = folded.indexOf("ばいたる");
    expect(text.slice(places[at], places[at + 4])).toBe("ﾊﾞｲﾀﾙ　"); // up to the next letter
    expect(places).toHaveLength(folded.length + 1);
    expect(places.at(-1)).toBe(text.length);
  });

  it.each([
    "カ゛キ゛ーー-〜",
    "漢ー-あ",
    "ΣΑΣ İstanbul",
    "e\u0301te\u0301 ①② ㍻",
    "\u3099はじまり",
    "",
    "👩‍⚕️が来ました",
    "ﾃﾞｲ-ｻｰﾋﾞｽ",
  ])("folds %j the same with places and without", (text) => {
    expect(foldWithPlaces(text).text).toBe(fold(text));
  });
});
