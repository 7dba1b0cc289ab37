import { codeList } from "./codeList.ts";

/** In which form an emergency card leaves the house. */
export const handoverForms = codeList({
  a4: ["A4の用紙", "A4 sheet"],
  wallet: ["カードサイズ", "Card size"],
  html: ["HTMLファイル", "HTML file"],
  fhir: ["FHIR（IPS）ファイル", "FHIR (IPS) file"],
});
export type HandoverForm = (typeof handoverForms.codes)[number];

const EXTENSIONS: Readonly<Record<HandoverForm, string>> = { a4: "pdf", wallet: "pdf", html: "html", fhir: "json" };

/** Nothing of a person: names of files stand in lists of downloads and on printers. @param day `YYYY-MM-DD` */
export const handoverFileName = (form: HandoverForm, day: string): string =>
  `${form === "fhir" ? "fhir" : `card-${form}`}-${day.replaceAll("-", "")}.${EXTENSIONS[form]}`;

/** Why something in another system's summary does not come onto the card. */
export const leftOutReasons = codeList({
  notUnderstood: ["この種類のデータは取り込めません", "This kind of data cannot be taken over"],
  narrower: [
    "「この種類のアレルギーはない」は「アレルギーなし」とは違います",
    "“None of this kind” is not “no allergies”",
  ],
  tooLong: ["長すぎるため、入らない部分があります", "Too long: this part does not fit"],
  tooMany: ["件数が多く、カードに入りません", "Too many for the card"],
  incomplete: ["必要な欄（名前・電話など）がありません", "A needed field (name, phone …) is missing"],
});
export type LeftOutReason = (typeof leftOutReasons.codes)[number];
