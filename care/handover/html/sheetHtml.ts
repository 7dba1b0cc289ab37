import QRCode from "qrcode";
import { lettersOf, type Sheet } from "../sheet.ts";
import { escaped } from "./escape.ts";
import { blockHtml, factsHtml, pageHtml } from "./pageHtml.ts";

/** The card as one HTML file that needs nothing else: headings, tables, telephone links, a style for paper. */
export async function sheetHtml(sheet: Sheet): Promise<string> {
  const main = `<header>
<div class="who">
<h1>救急カード</h1>
<p class="kana">${escaped(sheet.kana)}</p>
<p class="name">${escaped(sheet.name)}</p>
<dl>
${factsHtml(sheet.facts)}
</dl>
</div>
${sheet.photo ? `<img class="photo" src="${escaped(sheet.photo)}" alt="顔写真">` : ""}
${sheet.code === null ? "" : await figure(sheet.code)}
</header>
${[...sheet.first, ...sheet.rest].map(blockHtml).join("\n")}`;
  const foot = `<p class="confirmed">最終確認日　${escaped(sheet.confirmed)}</p>
${sheet.due ? "<p>最後の確認から時間がたっているか、まだ確認されていません。内容が変わっていないか確かめてください。</p>" : ""}
<p>${escaped(sheet.printed)}。個人情報です。用がすんだらこのファイルを消してください。</p>`;
  return pageHtml({ title: "救急カード", main, foot });
}

async function figure(code: string): Promise<string> {
  const svg = await QRCode.toString(code, { type: "svg", errorCorrectionLevel: "M", margin: 4 });
  const drawn = svg.slice(svg.indexOf("<svg")).replace("<svg ", '<svg role="img" aria-label="救急カードのQRコード" ');
  return `<figure>${drawn}<figcaption>認証を受けた救急隊・病院だけが読めるコードです<br>${escaped(lettersOf(code))}</figcaption></figure>`;
}
