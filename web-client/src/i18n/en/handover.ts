import type { Translation } from "../keys.ts";

export const handover: Translation["handover"] = {
  title: "Print and hand over",
  hint: "Printing and saving are recorded. Paper and files hold personal data: shred or delete them when done.",
  a4: "Print on A4 (PDF)",
  a4Hint: "For the refrigerator or the emergency kit at home",
  wallet: "Print in card size (PDF)",
  walletHint: "Cut out, fold, and keep in the purse",
  page: "Open as a page",
  pageHint: "Opens in a new tab and can be printed from there",
  html: "Save as an HTML file",
  htmlHint: "Opens on devices without a network too",
  fhir: "Save as a FHIR (IPS) file",
  fhirHint: "Data for the systems of hospitals",
  making: "Being made…",
  made: "“{{name}}” was saved",
};
