import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import { describe, expect, it } from "vitest";
import { sheetOf } from "../sheet.ts";
import { exported } from "../testCards.ts";
import { sheetPdf } from "./sheetPdf.ts";
import { readPdf } from "./testReader.ts";
import { walletPdf } from "./walletPdf.ts";

const known = (...entries: Readonly<Record<string, string>>[]) => ({ state: "known", entries });
const CODE = "https://hub.example/emergency#7KQM2XA9BCDEFGHJKLMNPQRSTU";

const contents = {
  allergies: {
    allergies: known({ substance: "ペニシリン", kind: "drug", reaction: "全身のじんましん" }),
    contraindicated: { state: "none" },
  },
  devices: Object.fromEntries(
    ["anticoagulant", "insulin", "steroid", "pacemaker", "dialysis", "homeOxygen", "tracheostomy", "otherDevice"].map(
      (item) => [
        item,
        item === "anticoagulant"
          ? known({ detail: "ワルファリン 2mg" })
          : { state: item === "insulin" ? "none" : "unknown" },
      ],
    ),
  ),
  contacts: {
    contacts: known(
      { name: "架空 次郎", phone: "055-000-0010" },
      { name: "架空 花子", phone: "055-000-0009", keyPerson: "yes" },
    ),
  },
  wish: { wish: known({ detail: "家で過ごしたい。", writer: "本人" }) },
};

function sheet(more: object = {}, { code = CODE as string | null, familyName = "髙﨑" } = {}) {
  const { person, sections, lastConfirmedAt, author, now } = exported({ ...contents, ...more });
  const card = {
    person: { ...person, familyName },
    sections,
    lastConfirmedAt,
    due: false,
  } as unknown as EmergencyCardView;
  return { sheet: sheetOf({ card, by: author, now, code }), now };
}

describe.each([
  ["A4 sheet", sheetPdf],
  ["card", walletPdf],
])("the %s", (_name, draw) => {
  it("says in real text who it is, what can kill, whom to call, when it was confirmed and who made it", async () => {
    const { sheet: made, now } = sheet();
    const { text, language, title } = await readPdf(await draw(made, now));
    for (const words of [
      "髙﨑 德子",
      "たかさき とくこ",
      "昭和16年2月3日（1941年2月3日）",
      "ペニシリン 薬 全身のじんましん",
      "ワルファリン 2mg",
      "架空 花子 055-000-0009 キーパーソン",
      "最終確認日 2026年11月20日",
      "2026年11月25日 9:30に みほん訪問看護（架空） 見本 良子 が作成",
      "ご本人の希望です。医師の指示ではありません。",
    ])
      expect(text.replaceAll(/\s*\n\s*/g, "")).toContain(words);
    expect([language, title.includes("髙﨑")]).toEqual(["ja-JP", false]);
  });

  it("keeps none, unknown and never filled in apart, and puts the key person first", async () => {
    const { sheet: made, now } = sheet();
    const { text } = await readPdf(await draw(made, now));
    expect(text).toContain("なし（確認済）：インスリン");
    expect(text).toContain("なし（確認済）：禁忌薬");
    expect(text).toMatch(/不明：ステロイド、ペースメーカー・ICD/);
    expect(text).toContain("未記入");
    expect(text.indexOf("架空 花子")).toBeLessThan(text.indexOf("架空 次郎"));
  });

  it("carries a code that a camera reads back, and none when none is issued", async () => {
    const { sheet: coded, now } = sheet();
    expect((await readPdf(await draw(coded, now))).codes).toEqual([CODE]);
    expect((await readPdf(await draw(sheet({}, { code: null }).sheet, now))).codes).toEqual([]);
  });

  it("embeds only the characters it uses, and says which it had to replace", async () => {
    const { sheet: made, now } = sheet({}, { familyName: "\u{30edd}﨑" });
    const bytes = await draw(made, now);
    const { text, fonts } = await readPdf(bytes);
    expect(bytes.length).toBeLessThan(200_000);
    expect(fonts.every((font) => /^[A-Z]{6}\+NotoSansJP-(Regular|Bold)$/.test(font))).toBe(true);
    expect(text).toContain("〓﨑 德子");
    expect(text).toContain("U+30EDD → 〓");
  });
});

const many = (count: number) => ({
  conditions: {
    current: known(
      ...Array.from({ length: count }, (_, i) => ({ name: `病気${i + 1}番`, note: "長い説明".repeat(8) })),
    ),
    history: { state: "unknown" },
  },
});

describe("the code on the A4 sheet", () => {
  it("can be typed when its picture is torn", async () => {
    const { sheet: made, now } = sheet();
    expect((await readPdf(await sheetPdf(made, now))).text).toContain("7KQM2XA9BCDEFGHJKLMNPQRSTU");
  });
});

describe("much to say", () => {
  it("takes as many A4 pages as it needs, with day and maker on each", async () => {
    const { sheet: made, now } = sheet(many(20));
    const { pages, text } = await readPdf(await sheetPdf(made, now));
    expect(pages).toBeGreaterThan(1);
    expect(text).toContain("病気20番");
    expect(text.match(/最終確認日/g)).toHaveLength(pages);
    expect(text).toContain(`${pages} / ${pages}`);
  });

  it("that the small card has no room for is counted on the card itself", async () => {
    const { sheet: made, now } = sheet(many(20));
    const { text, pages } = await readPdf(await walletPdf(made, now));
    expect(pages).toBe(1);
    const shown = text.match(/病気\d+番/g)?.length ?? 0;
    const left = Number(/ほか(\d+)件/.exec(text)?.[1]);
    expect(shown).toBeGreaterThan(0);
    expect(left).toBeGreaterThanOrEqual(20 - shown);
  });

  it("says where the rest is, and names the code only where there is one", async () => {
    const { sheet: coded, now } = sheet();
    expect((await readPdf(await walletPdf(coded, now))).text).toContain("服用薬などは、表のQRコード、A4の救急カードへ");
    const plain = sheet({ contacts: { contacts: { state: "unknown" } } }, { code: null }).sheet;
    const { text } = await readPdf(await walletPdf(plain, now));
    expect(text).toContain("服用薬などは、A4の救急カードへ");
    expect(text).toContain("不明：緊急連絡先");
  });
});
