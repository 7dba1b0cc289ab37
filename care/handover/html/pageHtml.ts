import { restWords, type SheetBlock, type SheetValue } from "../sheet.ts";
import { escaped } from "./escape.ts";
import { PAGE_STYLE } from "./pageStyle.ts";

/** What a browser may do with the page: show its style and its pictures. No script, no request, no form. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

interface Parts {
  readonly title: string;
  /** HTML, escaped already. */
  readonly main: string;
  readonly foot: string;
}

/** One HTML file that needs nothing else: a style for screen and paper, no script, no request. */
export const pageHtml = ({ title, main, foot }: Parts): string => `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
${main}
</main>
<footer>
${foot}
</footer>
</body>
</html>
`;

export const factsHtml = (facts: readonly { readonly label: string; readonly value: string }[]): string =>
  facts.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join("\n");

/** A part with its heading, as a table. */
export const blockHtml = (block: SheetBlock): string => `<section${block.alert ? ' class="alert"' : ""}>
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
