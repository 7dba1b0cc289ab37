import type { PersonId } from "@tsunagi/contracts/ids";
import { dayInJapan } from "@tsunagi/contracts/japan";
import type { ConsentInput, ConsentView } from "@tsunagi/contracts/rest/consent";
import { CareError, found } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { lockPerson } from "../people/store.ts";
import { authorise } from "../permissions/authorise.ts";
import { insertConsent, loadConsent, loadDocument } from "./store.ts";
import { consentPurpose, type SealedConsent, viewConsents } from "./viewConsent.ts";

/**
 * Records a consent: who gave it, how, when and for what (R3, domain 6). Nothing is shared before there is one.
 * @throws CareError forbidden; invalidInput for a future date; notFound for somebody else's document
 */
export async function recordConsent(
  unit: StaffUnit,
  input: { personId: PersonId; consent: ConsentInput },
): Promise<ConsentView> {
  const { personId, consent } = input;
  await lockPerson(unit.tx, personId);
  const job = await authorise(unit, "consent.manage", { personId });
  refuseFuture(consent.givenOn, unit.now);
  if (consent.documentId) {
    const document = found(await loadDocument(unit.tx, consent.documentId));
    if (document.personId !== personId) throw new CareError("notFound");
  }
  const id = newId("cns");
  const content: SealedConsent = { representative: consent.representative, note: consent.note };
  await insertConsent(unit.tx, {
    id,
    personId,
    scopes: [...new Set(consent.scopes)],
    givenBy: consent.givenBy,
    method: consent.method,
    givenOn: new Date(`${consent.givenOn}T00:00:00Z`),
    documentId: consent.documentId,
    recordedById: unit.actor.staffId,
    recordedAt: unit.now,
    ...(await unit.vault.sealFor(unit.tx, personId, content, consentPurpose(id))),
  });
  unit.audit({ action: "consent.record", job, personId, subjectId: id, detail: { scopes: consent.scopes } });
  const [view] = await viewConsents(unit, personId, [found(await loadConsent(unit.tx, id))]);
  return found(view);
}

/** Consent is given today or earlier, by the calendar in Japan. */
function refuseFuture(givenOn: string, now: Date): void {
  const today = dayInJapan(now);
  if (givenOn <= today) return;
  const field = { path: "givenOn", ja: "今日までの日付にしてください", en: "Choose today or an earlier date" };
  throw new CareError("invalidInput", {}, { fields: [field] });
}
