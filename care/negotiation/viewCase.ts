import type { DisclosureItem } from "@tsunagi/contracts/codes/negotiation";
import type { NegotiationCaseId, PersonId } from "@tsunagi/contracts/ids";
import type { DisclosureView, NegotiationCaseView } from "@tsunagi/contracts/rest/negotiation";
import { scopesOf } from "../consent/requireConsent.ts";
import { found } from "../kernel/errors.ts";
import type { StaffUnit, Unit } from "../kernel/unit.ts";
import { noticesActedOn } from "../notices/receipts.ts";
import { openPerson, summaryOf } from "../people/openPerson.ts";
import { authorise } from "../permissions/authorise.ts";
import { namesOfStaff } from "../staff/names.ts";
import { authoriseAsking } from "./authoriseAsking.ts";
import { documentsOf } from "./documents/store.ts";
import { viewDocuments } from "./documents/viewDocuments.ts";
import { casePurpose, type SealedCase } from "./sheet.ts";
import { disclosuresOf, enquiriesOf, facilitiesByIds, loadCase } from "./store.ts";
import { iso, viewEnquiries } from "./viewEnquiry.ts";

/** One case as the asker sees it: answers side by side. The reading is recorded. */
export async function readNegotiation(
  unit: StaffUnit,
  { caseId }: { caseId: NegotiationCaseId },
): Promise<NegotiationCaseView> {
  const { personId } = found(await loadCase(unit.tx, caseId));
  const job = await authoriseAsking(unit, personId, caseId);
  await noticesActedOn(unit, caseId);
  unit.audit({ action: "negotiation.read", job, personId, subjectId: caseId });
  return viewCase(unit, caseId);
}

/** The view itself, for use cases that have asked for their rights already. */
export async function viewCase(unit: Unit, id: NegotiationCaseId): Promise<NegotiationCaseView> {
  const row = found(await loadCase(unit.tx, id));
  const { personId } = row;
  const content = await unit.vault.openFor<SealedCase>(unit.tx, personId, row, casePurpose(id));
  const names = await namesOfStaff(unit.tx, [row.openedById]);
  return {
    id,
    code: row.code,
    state: row.state,
    person: summaryOf(await openPerson(unit, personId)),
    sheet: content.sheet,
    consideration: content.consideration,
    openedAt: row.openedAt.toISOString(),
    openedBy: names.get(row.openedById) ?? "",
    consented: (await scopesOf(unit.tx, personId)).includes("negotiation"),
    enquiries: await viewEnquiries(unit, row, await enquiriesOf(unit.tx, id), "asker"),
    documents: await viewDocuments(unit, personId, await documentsOf(unit.tx, id)),
    disclosures: await viewDisclosures(unit, { caseId: id }),
  };
}

/** To whom what was disclosed of a person: the list the person may ask for (domain 6). */
export async function listDisclosures(
  unit: StaffUnit,
  { personId }: { personId: PersonId },
): Promise<{ disclosures: DisclosureView[] }> {
  const job = await authorise(unit, "access.read", { personId });
  unit.audit({ action: "negotiation.disclosures", job, personId });
  return { disclosures: await viewDisclosures(unit, { personId }) };
}

async function viewDisclosures(unit: Unit, of: Parameters<typeof disclosuresOf>[1]): Promise<DisclosureView[]> {
  const rows = await disclosuresOf(unit.tx, of);
  const facilities = await facilitiesByIds(
    unit.tx,
    rows.map(({ facilityId }) => facilityId),
  );
  const names = await namesOfStaff(
    unit.tx,
    rows.map(({ disclosedById }) => disclosedById),
  );
  return rows.map((row) => {
    const facility = facilities.get(row.facilityId);
    return {
      at: row.disclosedAt.toISOString(),
      level: row.level,
      recipient: facility?.name ?? "",
      facility: facility?.serviceType ?? "",
      by: names.get(row.disclosedById) ?? "",
      items: row.items as DisclosureItem[],
      consents: row.consentIds,
      endedAt: iso(row.endedAt),
    };
  });
}
