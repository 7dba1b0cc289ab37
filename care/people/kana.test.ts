import { describe, expect, it } from "vitest";
import { foldKana, kanaVariants } from "./kana.ts";

describe("foldKana", () => {
  it("makes hiragana, katakana and half-width katakana equal", () => {
    expect(foldKana("やまだ")).toBe("ヤマダ");
    expect(foldKana("ヤマダ")).toBe("ヤマダ");
    expect(foldKana("ﾔﾏﾀﾞ")).toBe("ヤマダ");
  });

  it("takes voiced marks typed apart as part of their letter", () => {
    expect(foldKana("か\u3099")).toBe("ガ");
    expect(foldKana("ﾊﾟﾄﾞ")).toBe("パド");
  });

  it("ignores spaces of any width, middle dots and long-vowel marks", () => {
    expect(foldKana("やまだ　しょう・た")).toBe(foldKana("ヤマダショウタ"));
    expect(foldKana("ユーコ")).toBe(foldKana("ユコ"));
    expect(foldKana("ﾕｰｺ")).toBe(foldKana("ユコ"));
  });

  it("makes small letters large, since forms are filled in by people who type either", () => {
    expect(foldKana("ショウタ")).toBe("シヨウタ");
    expect(foldKana("はっとり")).toBe("ハツトリ");
    expect(foldKana("ヴァヮヵヶ")).toBe("ブアワカケ");
  });

  it("makes letters equal that sound alike", () => {
    expect(foldKana("みかづき")).toBe(foldKana("ミカズキ"));
    expect(foldKana("はなぢ")).toBe(foldKana("ハナジ"));
    expect(foldKana("ヰヱヲ")).toBe("イエオ");
  });

  it("keeps nothing of text that is no kana", () => {
    expect(foldKana("山田 Yamada 123 -_・ー")).toBe("");
  });

  it("changes nothing the second time", () => {
    const once = foldKana("ﾔﾏﾀﾞ　しょうたろー");
    expect(foldKana(once)).toBe(once);
  });
});

describe("kanaVariants", () => {
  it("gives typed kana in both scripts", () => {
    expect(kanaVariants("さとう")).toEqual(["サトウ", "さとう"]);
    expect(kanaVariants("ｻﾄｳ")).toEqual(["サトウ", "さとう"]);
  });

  it("leaves other letters as they are, once", () => {
    expect(kanaVariants("佐藤 A")).toEqual(["佐藤 A"]);
    expect(kanaVariants("ユーコ")).toEqual(["ユーコ", "ゆーこ"]);
  });
});
