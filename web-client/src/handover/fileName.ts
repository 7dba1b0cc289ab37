import type { HandoverForm } from "@tsunagi/contracts/codes/handover";

const EXTENSIONS: Readonly<Record<HandoverForm, string>> = { a4: "pdf", wallet: "pdf", html: "html", fhir: "json" };

/** Nothing of a person: names of files stand in lists of downloads and on printers. */
export function fileNameOf(form: HandoverForm, now: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}`;
  return `${form === "fhir" ? "fhir" : `card-${form}`}-${day}.${EXTENSIONS[form]}`;
}
