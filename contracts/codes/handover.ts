import { codeList } from "./codeList.ts";

/** In which form an emergency card leaves the house. */
export const handoverForms = codeList({
  a4: ["A4の用紙", "A4 sheet"],
  wallet: ["カードサイズ", "Card size"],
  html: ["HTMLファイル", "HTML file"],
  fhir: ["FHIR（IPS）ファイル", "FHIR (IPS) file"],
});
export type HandoverForm = (typeof handoverForms.codes)[number];
