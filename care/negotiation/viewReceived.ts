import type { CaseDocumentId, EnquiryId } from "@tsunagi/contracts/ids";
import type {
  CaseDocumentView,
  ConsiderationSheet,
  EnquiryStepView,
  ReceivedEnquiryView,
} from "@tsunagi/contracts/rest/negotiation";
import { found } from "../kernel/errors.ts";
import type { StaffUnit, Unit } from "../kernel/unit.ts";
import { noticesActedOn } from "../notices/receipts.ts";
import { organisationName } from "../organisations/store.ts";
import { disclosurePurpose, type SealedDisclosure } from "./disclose.ts";
import { documentsOf } from "./documents/store.ts";
import { caseDocumentPurpose, viewDocuments } from "./documents/viewDocuments.ts";
import { casePurpose, type SealedCase } from "./sheet.ts";
import { type Held, holdAsFacility } from "./sides.ts";
import { visibleLevel } from "./states.ts";
import { type CaseRow, disclosuresOf, type EnquiryRow } from "./store.ts";
import { viewEnquiries } from "./viewEnquiry.ts";

/** One enquiry as the facility may see it now. The reading is recorded. */
export async function readEnquiry(
  unit: StaffUnit,
  { enquiryId }: { enquiryId: EnquiryId },
): Promise<ReceivedEnquiryView> {
  const held = await holdAsFacility(unit, enquiryId);
  auditReading(unit, held, "enquiry.read");
  await noticesActedOn(unit, enquiryId);
  return viewReceived(unit, held.of, held.enquiry);
}

/**
 * Everything a facility sees of a person: what has been given to it by name, taken from the disclosures themselves. It
 * never comes from the person's row, so that nothing is seen that was not disclosed.
 */
export async function viewReceived(unit: Unit, of: CaseRow, enquiry: EnquiryRow): Promise<ReceivedEnquiryView> {
  const [view] = await viewEnquiries(unit, of, [enquiry], "facility");
  const core = found(view);
  const steps = visibleLevel(enquiry) === null ? core.steps.map(withoutWords) : core.steps;
  const given = await givenTo(unit, of, enquiry);
  return { ...core, steps, askerName: await organisationName(unit.tx, of.askerOrgId), ...given };
}

/** After the end the asker's words go with the sheet; what was done, and the facility's own words, stay. */
const withoutWords = (step: EnquiryStepView): EnquiryStepView =>
  step.side === "asker" ? { ...step, text: "", dates: [] } : step;

type Given = Pick<ReceivedEnquiryView, "sheet" | "consideration" | "identity" | "documents">;

async function givenTo(unit: Unit, of: CaseRow, enquiry: EnquiryRow): Promise<Given> {
  if (visibleLevel(enquiry) === null) return { sheet: null, consideration: null, identity: null, documents: [] };
  const { sheet } = await unit.vault.openFor<SealedCase>(unit.tx, of.personId, of, casePurpose(of.id));
  const disclosures = await standing(unit, enquiry);
  return {
    sheet,
    consideration: latest(disclosures),
    identity: disclosures.find(({ identity }) => identity)?.identity ?? null,
    documents: await documentsGiven(unit, of, disclosures),
  };
}

type Standing = SealedDisclosure & { readonly documentIds: readonly string[] };

/** Disclosures to this facility that have not ended, newest first. */
async function standing(unit: Unit, enquiry: EnquiryRow): Promise<Standing[]> {
  const rows = (await disclosuresOf(unit.tx, { enquiryId: enquiry.id })).filter(({ endedAt }) => endedAt === null);
  const opened: Standing[] = [];
  for (const row of rows) {
    const content = await unit.vault.openFor<SealedDisclosure>(unit.tx, row.personId, row, disclosurePurpose(row.id));
    opened.push({ ...content, documentIds: row.documentIds });
  }
  return opened;
}

/** The newest words of each section that has any. */
function latest(disclosures: readonly Standing[]): ConsiderationSheet | null {
  if (disclosures.length === 0) return null;
  const word = (name: keyof ConsiderationSheet) =>
    disclosures.map(({ consideration }) => consideration[name]).find((text) => text !== "") ?? "";
  return {
    adl: word("adl"),
    diagnoses: word("diagnoses"),
    medication: word("medication"),
    family: word("family"),
    other: word("other"),
  };
}

async function documentsGiven(unit: Unit, of: CaseRow, disclosures: readonly Standing[]): Promise<CaseDocumentView[]> {
  const ids = new Set(disclosures.flatMap(({ documentIds }) => documentIds));
  const rows = (await documentsOf(unit.tx, of.id)).filter(({ id }) => ids.has(id));
  return viewDocuments(unit, of.personId, rows);
}

/** Bytes of one document, when it was given to this facility and still may be seen. */
export async function readReceivedDocument(
  unit: StaffUnit,
  { enquiryId, documentId }: { enquiryId: EnquiryId; documentId: CaseDocumentId },
): Promise<{ mediaType: string; bytes: Buffer }> {
  const held = await holdAsFacility(unit, enquiryId);
  const { of, enquiry } = held;
  const given = visibleLevel(enquiry) === null ? [] : await standing(unit, enquiry);
  const isGiven = given.some(({ documentIds }) => documentIds.includes(documentId));
  const row = found((await documentsOf(unit.tx, of.id)).find(({ id }) => isGiven && id === documentId));
  auditReading(unit, held, "enquiry.document", { document: documentId });
  const bytes = await unit.vault.openBytesFor(unit.tx, of.personId, row, caseDocumentPurpose(row.id));
  return { mediaType: row.mediaType, bytes };
}

function auditReading(unit: StaffUnit, { of, enquiry, job }: Held, action: string, detail = {}): void {
  const known = enquiry.level === 2 ? { personId: of.personId } : {};
  unit.audit({ action, job, ...known, subjectId: enquiry.id, detail: { level: enquiry.level, ...detail } });
}
