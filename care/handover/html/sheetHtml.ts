import QRCode from "qrcode";
import { lettersOf, restWords, type Sheet, type SheetBlock, type SheetValue } from "../sheet.ts";
import { escaped } from "./escape.ts";
import { PAGE_STYLE } from "./pageStyle.ts";

/** What a browser may do with the page: show its style and its pictures. No script, no request, no form. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

/** The card as one HTML file that needs nothing else: headings, tables, telephone links, a style for paper. */
export async function sheetHtml(sheet: Sheet): Promise<string> {
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>救急カード</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<header>
<div class="who">
<h1>救急カード</h1>
<p class="kana">${escaped(sheet.kana)}</p>
<p class="name">${escaped(sheet.name)}</p>
<dl>
${sheet.facts.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join("\n")}
</dl>
</div>
${sheet.photo ? `<img class="photo" src="${escaped(sheet.photo)}" alt="顔写真">` : ""}
${sheet.code === null ? "" : await figure(sheet.code)}
</header>
${[...sheet.first, ...sheet.rest].map(blockHtml).join("\n")}
</main>
<footer>
<p class="confirmed">最終確認日　${escaped(sheet.confirmed)}</p>
${sheet.due ? "<p>最後の確認から時間がたっているか、まだ確認されていません。内容が変わっていないか確かめてください。</p>" : ""}
<p>${escaped(sheet.printed)}。個人情報です。用がすんだらこのファイルを消してください。</p>
</footer>
</body>
</html>
`;
}

async function figure(code: string): Promise<string> {
  const svg = await QRCode.toString(code, { type: "svg", errorCorrectionLevel: "M", margin: 4 });
  const drawn = svg.slice(svg.indexOf("<svg")).replace("<svg ", '<svg role="img" aria-label="救急カードのQRコード" ');
  return `<figure>${drawn}<figcaption>認証を受けた救急隊・病院だけが読めるコードです<br>${escaped(lettersOf(code))}</figcaption></figure>`;
}

const blockHtml = (block: SheetBlock): string => `<section${block.alert ? ' class="alert"' : ""}>
<h2>${block.alert ? "⚠ " : ""}${escaped(block.title)}</h2>
${block.note ? `<p class="rest">${escaped(block.note)}</p>` : ""}
${block.known.length > 0 ? tableHtml(block) : ""}
${restWords(block)
  .map((words) => `<p class="rest${words.startsWith("なし") ? "" : " unknown"}">${escaped(words)}</p>`)
  .join("\n")}
</section>`;

const tableHtml = ({ title, known }: SheetBlock): string => `<table aria-label="${escaped(title)}">
${known.map(({ label, values }) => `<tr><th scope="row">${escaped(label)}</th><td>${values.map(valueHtml).join("")}</td></tr>`).join("\n")}
</table>`;

const valueHtml = ({ text, phones }: SheetValue): string =>
  `<p>${escaped(text)}</p>${phones.map((phone) => `<p><a class="call" href="tel:${digits(phone)}">電話をかける ${escaped(phone)}</a></p>`).join("")}`;

const digits = (phone: string): string => phone.normalize("NFKC").replaceAll(/[^\d+]/g, "");
