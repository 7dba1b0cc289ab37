import { describe, expect, it } from "vitest";
import { findIdentifying, type KnownFacts } from "./identifying.ts";

const known: KnownFacts = {
  familyName: "髙崎",
  givenName: "ハナ",
  familyKana: "タカサキ",
  givenKana: "ハナ",
  birthDate: "1938-04-12",
  address: "三島市架空町10番地 見本荘203",
  phone: "055-000-1234",
  codes: ["7KQM2XA"],
  relatives: ["架空 良子"],
  team: ["病橋 つなぐ", "林 けい"],
};

const blocked = (text: string): string[] => findIdentifying(text, known).flatMap((h) => (h.blocks ? [h.text] : []));
const pointedAt = (text: string): string[] =>
  findIdentifying(text, known).flatMap((h) => (h.blocks ? [] : [`${h.kind}:${h.text}`]));

describe("a free text that goes out anonymously", () => {
  it.each([
    ["髙崎さんは歩けます", ["髙崎"]],
    ["高﨑様の件", ["高﨑"]],
    ["たかさき ハナ さん", ["たかさき ハナ"]],
    ["ﾀｶｻｷﾊﾅ", ["ﾀｶｻｷﾊﾅ"]],
    ["高 崎", ["高 崎"]],
    ["娘の架空良子が近くに", ["架空良子"]],
    ["昭和13年4月12日生まれ", ["昭和13年4月12日"]],
    ["S13.4.12", ["S13.4.12"]],
    ["１９３８／４／１２", ["１９３８／４／１２"]],
    ["電話は０５５ー０００ー１２３４", ["０５５ー０００ー１２３４"]],
    ["自宅は架空町１０番地です", ["架空町１０番地"]],
    ["番号7kqm2xa", ["7kqm2xa"]],
  ])("holds nothing of the person's own: %s", (text, expected) => {
    expect(blocked(text)).toEqual(expected);
  });

  it.each([
    ["山田さんの紹介", ["name:山田"]],
    ["スズキ先生より", ["name:スズキ"]],
    ["4月20日に退院予定", ["date:4月20日"]],
    ["令和8年4月退院", ["date:令和8年4月"]],
    ["連絡先 090-0000-5678", ["phone:090-0000-5678"]],
    ["本町3丁目の方", ["address:本町3丁目"]],
    ["被保険者番号0000123456", ["phone:0000123456"]],
    ["mail@example.jp へ", ["number:mail@example.jp"]],
    ["病橋まで", ["team:病橋"]],
    ["担当は病橋つなぐ", ["team:病橋つなぐ"]],
  ])("shows the asker where to look: %s", (text, expected) => {
    expect(pointedAt(text)).toEqual(expected);
  });

  it.each([
    "胃ろうあり。インスリンを1日2回、自己注射は難しいです。",
    "ご本人様・長女さんともに三島市での生活を希望。要介護4、車いす。",
    "血圧128/72、体温36.4℃、酸素1.5L。夜間の吸引は2〜3回。",
    "身長150cm、体重42kg。アレルギーなし。80代前半、女性。",
    "林の中を散歩するのがお好きです。",
  ])("leaves ordinary words alone: %s", (text) => {
    expect(blocked(text)).toEqual([]);
    expect(pointedAt(text).filter((hit) => !hit.startsWith("team:林"))).toEqual([]);
  });

  it("says where in the text as it was typed", () => {
    const text = "ご本人（ﾀｶｻｷ ﾊﾅさん）は…";
    const [hit] = findIdentifying(text, known);
    expect(text.slice(hit?.start, hit?.end)).toBe("ﾀｶｻｷ ﾊﾅ");
  });
});
