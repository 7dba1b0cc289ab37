/** The page's whole style: it stands in the file, so that the file needs nothing else. Dark on light, for paper too. */
export const PAGE_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 52rem; background: #fff; color: #111;
  font: 1.0625rem/1.6 "BIZ UDPGothic", "Noto Sans JP", "Hiragino Sans", "Yu Gothic", Meiryo, sans-serif; }
a { color: #0b4f8a; }
h1 { margin: 0; font-size: 1.125rem; }
.kana { margin: 0.75rem 0 0; }
.name { margin: 0; font-size: 2.25rem; font-weight: 700; line-height: 1.25; overflow-wrap: anywhere; }
header { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
.who { flex: 1 1 18rem; min-width: 0; }
figure { margin: 0; max-width: 11rem; font-size: 0.875rem; }
figure svg { display: block; width: 10rem; height: 10rem; }
figcaption { overflow-wrap: anywhere; }
.photo { width: 7rem; height: 8.75rem; object-fit: cover; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.125rem 1rem; margin: 0.75rem 0 0; }
dt { color: #444; }
dd { margin: 0; font-weight: 700; overflow-wrap: anywhere; }
section { margin-top: 1.25rem; border: 2px solid #666; border-radius: 0.375rem; padding: 0.75rem 1rem; break-inside: avoid; }
section.alert { border-color: #a30014; border-left-width: 0.75rem; }
h2 { margin: 0 0 0.25rem; font-size: 1.125rem; }
.alert h2 { color: #a30014; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.375rem 0.5rem 0.375rem 0; border-top: 1px solid #bbb; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
tr:first-child th, tr:first-child td { border-top: 0; }
th { width: 11rem; font-weight: 400; color: #444; }
td { font-weight: 700; }
td p { margin: 0; }
.rest { margin: 0.375rem 0 0; }
.rest.unknown { border: 2px dashed #666; padding: 0.25rem 0.5rem; }
.call { display: inline-block; min-height: 2.75rem; padding: 0.5rem 0.75rem 0.5rem 0; }
footer { margin-top: 1.5rem; border-top: 3px solid #111; padding-top: 0.5rem; }
.confirmed { margin: 0; font-size: 1.25rem; font-weight: 700; }
@media (max-width: 30rem) {
  th, td { display: block; width: auto; padding: 0.125rem 0; }
  td { border-top: 0; padding-bottom: 0.5rem; }
}
@media print {
  @page { size: A4; margin: 12mm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.45; }
  section { margin-top: 3mm; padding: 2mm 3mm; }
  .name { font-size: 24pt; }
  .call { display: none; }
  a { color: inherit; text-decoration: none; }
}
`;
