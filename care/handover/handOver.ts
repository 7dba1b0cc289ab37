import { type HandoverForm, handoverFileName } from "@tsunagi/contracts/codes/handover";
import type { PersonId } from "@tsunagi/contracts/ids";
import { dayInJapan } from "@tsunagi/contracts/japan";
import { consentsOf } from "../consent/store.ts";
import { admitToCard, openCard } from "../emergency/openCard.ts";
import { displayName } from "../kernel/actor.ts";
import { CareError } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { cardCode } from "./cardCode.ts";
import { bundleOf } from "./fhir/exportBundle.ts";
import { sheetHtml } from "./html/sheetHtml.ts";
import { sheetPdf } from "./pdf/sheetPdf.ts";
import { walletPdf } from "./pdf/walletPdf.ts";
import { type Sheet, sheetOf } from "./sheet.ts";

export interface HandedOver {
  readonly bytes: Buffer;
  readonly mediaType: string;
  /** Holds no personal fact: it stands in lists of downloads and on printers. */
  readonly fileName: string;
}

/**
 * Makes the emergency card ready to be carried out of the house: on paper, as a page, or for another system (R13). It is
 * made in memory; who made it in which form is recorded in the same transaction.
 * @throws CareError forbidden, consentMissing; cardEmpty when nothing is filled in
 */
export async function handOver(
  unit: StaffUnit,
  { personId, form }: { personId: PersonId; form: HandoverForm },
): Promise<HandedOver> {
  const job = await admitToCard(unit, "emergency.read", personId);
  const card = await openCard(unit, personId);
  const filled = Object.values(card.sections).filter((section) => section !== null).length;
  if (filled === 0) throw new CareError("cardEmpty");
  const { now, actor } = unit;
  const by = { name: displayName(actor), organisationName: job.organisationName };
  unit.audit({
    action: form === "fhir" ? "card.exported" : "card.printed",
    job,
    personId,
    detail: { form, sections: filled },
  });
  const fileName = handoverFileName(form, dayInJapan(now));
  if (form === "fhir") {
    const consents = await standingConsents(unit, personId);
    const bundle = bundleOf({ ...card, person: card.person, consents, author: by, now });
    return file(JSON.stringify(bundle, null, 2), "application/fhir+json; charset=utf-8", fileName);
  }
  const sheet = sheetOf({ card, by, now, code: await cardCode(unit, personId) });
  const { render, mediaType } = RENDERERS[form];
  return file(await render(sheet, now), mediaType, fileName);
}

const RENDERERS: Readonly<
  Record<
    Exclude<HandoverForm, "fhir">,
    { mediaType: string; render: (sheet: Sheet, now: Date) => Promise<Buffer | string> }
  >
> = {
  a4: { mediaType: "application/pdf", render: sheetPdf },
  wallet: { mediaType: "application/pdf", render: walletPdf },
  html: { mediaType: "text/html; charset=utf-8", render: sheetHtml },
};

const file = (content: Buffer | string, mediaType: string, fileName: string): HandedOver => ({
  bytes: Buffer.isBuffer(content) ? content : Buffer.from(content, "utf8"),
  mediaType,
  fileName,
});

async function standingConsents(unit: StaffUnit, personId: PersonId) {
  const rows = await consentsOf(unit.tx, personId);
  return rows
    .filter(({ scopes, withdrawnAt }) => withdrawnAt === null && scopes.includes("emergency"))
    .map(({ givenOn, givenBy, method }) => ({ givenOn: givenOn.toISOString().slice(0, 10), givenBy, method }));
}
