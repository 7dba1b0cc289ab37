import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import { describe, expect, it } from "vitest";
import { sheetOf } from "../sheet.ts";
import { exported } from "../testCards.ts";
import { sheetHtml } from "./sheetHtml.ts";

const known = (...entries: Readonly<Record<string, string>>[]) => ({ state: "known", entries });

const page = (contents: Readonly<Record<string, unknown>>, code: string | null = null) => {
  const { person, sections, lastConfirmedAt, author, now } = exported(contents);
  const card = { person, sections, lastConfirmedAt, due: false } as unknown as EmergencyCardView;
  return sheetHtml(sheetOf({ card, by: author, now, code }));
};

describe("the page", () => {
  it("needs nothing from anywhere and runs nothing", async () => {
    const html = await page({}, "tsunagi:card:x");
    expect(html).not.toMatch(/<script|<link|<iframe|<form|\son\w+=|javascript:/i);
    expect(html.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:/);
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('<html lang="ja">');
  });

  it("shows what people typed as text, whatever they typed", async () => {
    const html = await page({ wish: { wish: known({ detail: `<img src=x onerror="alert(1)"> & '"` }) } });
    expect(html).not.toContain("<img");
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;&quot;");
  });

  it("has a table with row headings for each part, and a call by one tap", async () => {
    const html = await page({ contacts: { contacts: known({ name: "架空 花子", phone: "０５５-000-0009" }) } });
    expect(html).toContain('<table aria-label="緊急連絡先">');
    expect(html).toContain('<th scope="row">緊急連絡先</th>');
    expect(html).toContain('href="tel:0550000009"');
  });

  it("says none, unknown and never filled in each in its words, and marks danger by a sign", async () => {
    const html = await page({
      allergies: { allergies: known({ substance: "そば" }), contraindicated: { state: "none" } },
      wish: { wish: { state: "unknown" } },
    });
    expect(html).toContain("⚠ アレルギー・禁忌薬");
    expect(html).toContain("なし（確認済）：禁忌薬");
    expect(html).toContain('<p class="rest unknown">不明：救命処置についての意思</p>');
    expect(html).toContain('<p class="rest unknown">未記入</p>');
  });
});
