import { type DisclosureItem, enquiryStates } from "@tsunagi/contracts/codes/negotiation";
import type { CaseDocumentId, ConsentId, EnquiryId } from "@tsunagi/contracts/ids";
import type { ConsiderationSheet, DisclosedIdentity, NegotiationCaseView } from "@tsunagi/contracts/rest/negotiation";
import { CareError } from "../kernel/errors.ts";
import { newOccasion } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { openPerson } from "../people/openPerson.ts";
import { refuseIdentifying } from "./checkText.ts";
import { requireNegotiationConsent } from "./consented.ts";
import { documentsOf } from "./documents/store.ts";
import { letActorIn } from "./members.ts";
import { move } from "./move.ts";
import { casePurpose, type SealedCase } from "./sheet.ts";
import { type Held, holdAsAsker } from "./sides.ts";
import { isChosen, step } from "./states.ts";
import { insertDisclosure, updateCase } from "./store.ts";
import { viewCase } from "./viewCase.ts";

export interface DiscloseInput {
  readonly enquiryId: EnquiryId;
  readonly level: 1 | 2;
  readonly consideration: ConsiderationSheet;
  readonly documents: readonly CaseDocumentId[];
  readonly textLookedAt: boolean;
  readonly version?: number | undefined;
}

/** What one facility was given, as it was then. */
export interface SealedDisclosure {
  readonly consideration: ConsiderationSheet;
  readonly identity: DisclosedIdentity | null;
}

export const disclosurePurpose = (id: string): string => `disclosure:${id}`;

/**
 * Gives one facility more: L1 what it needs to consider somebody, still without a name; L2 who it is. By name, on a
 * consent that stands, and into the log of disclosures (domain 6). What was given is kept as it was.
 * @throws CareError consentMissing, identifyingText, documentNotApproved, enquiryMoved, enquiryChanged
 */
export async function disclose(unit: StaffUnit, input: DiscloseInput): Promise<NegotiationCaseView> {
  const held = await holdAsAsker(unit, input.enquiryId);
  const { of, enquiry, job } = held;
  const consents = await requireNegotiationConsent(unit.tx, of.personId);
  if (input.level === 1 && enquiry.level < 2)
    await refuseIdentifying(unit, of.personId, prefixed(input.consideration), input.textLookedAt);
  await refuseUnfit(unit, held, input);
  const action = input.level === 2 ? "disclose2" : "disclose1";
  if (step(enquiry, action, "asker").outcome === "refused")
    throw new CareError("enquiryMoved", { state: enquiryStates.label(enquiry.state, "ja") });
  await letActorIn(unit, of, enquiry, "asker");
  const items = itemsOf(input);
  await move(unit, of, enquiry, { action, side: "asker", job, version: input.version });
  await keep(unit, held, input, { items, consents });
  const detail = { level: input.level, items, organisationId: enquiry.organisationId, documents: [...input.documents] };
  unit.audit({ action: "negotiation.disclose", job, personId: of.personId, subjectId: enquiry.id, detail });
  await rememberSheet(unit, held, input.consideration);
  return viewCase(unit, of.id);
}

const prefixed = (sheet: ConsiderationSheet): Record<string, string> =>
  Object.fromEntries(Object.entries(sheet).map(([name, text]) => [`consideration.${name}`, text]));

/** Documents must be of this case, approved, and meant for this step. */
async function refuseUnfit(unit: StaffUnit, { of }: Held, { documents, level }: DiscloseInput): Promise<void> {
  const there = await documentsOf(unit.tx, of.id);
  const fits = (id: CaseDocumentId) => there.some((d) => d.id === id && d.approvedById !== null && d.level <= level);
  if (!documents.every(fits)) throw new CareError("documentNotApproved");
}

function itemsOf({ consideration, documents, level }: DiscloseInput): DisclosureItem[] {
  const sections = (["adl", "diagnoses", "medication", "family", "other"] as const).filter(
    (name) => consideration[name] !== "",
  );
  return [
    ...sections,
    ...(level === 2 ? (["identity", "address"] as const) : []),
    ...(documents.length > 0 ? (["documents"] as const) : []),
  ];
}

async function keep(
  unit: StaffUnit,
  { of, enquiry }: Held,
  { level, consideration, documents }: DiscloseInput,
  { items, consents }: { items: DisclosureItem[]; consents: ConsentId[] },
): Promise<void> {
  const id = `dsc_${newOccasion()}`;
  const identity = level === 2 ? await identityOf(unit, of.personId) : null;
  const content: SealedDisclosure = { consideration, identity };
  await insertDisclosure(unit.tx, {
    id,
    enquiryId: enquiry.id,
    personId: of.personId,
    organisationId: enquiry.organisationId,
    level,
    items,
    consentIds: consents,
    documentIds: [...documents],
    disclosedById: unit.actor.staffId,
    disclosedAt: unit.now,
    endedAt: null,
    ...(await unit.vault.sealFor(unit.tx, of.personId, content, disclosurePurpose(id))),
  });
}

async function identityOf(unit: StaffUnit, personId: Held["of"]["personId"]): Promise<DisclosedIdentity> {
  const { familyName, givenName, familyKana, givenKana, birthDate, address, phone } = await openPerson(unit, personId);
  return { familyName, givenName, familyKana, givenKana, birthDate, address, phone };
}

async function rememberSheet(unit: StaffUnit, { of, enquiry }: Held, consideration: ConsiderationSheet): Promise<void> {
  if (isChosen(enquiry.state)) return;
  const { sheet } = await unit.vault.openFor<SealedCase>(unit.tx, of.personId, of, casePurpose(of.id));
  const sealed = await unit.vault.sealFor(
    unit.tx,
    of.personId,
    { sheet, consideration } satisfies SealedCase,
    casePurpose(of.id),
  );
  await updateCase(unit.tx, of.id, sealed);
}
