import type { FacilityId, NegotiationCaseId, PersonId } from "@tsunagi/contracts/ids";
import type {
  EnquirySheet,
  FacilityNameView,
  NegotiationCaseView,
  WishInput,
} from "@tsunagi/contracts/rest/negotiation";
import { displayName, type Job } from "../kernel/actor.ts";
import { CareError, found } from "../kernel/errors.ts";
import { newCode, newId } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { openPerson } from "../people/openPerson.ts";
import { lockPerson } from "../people/store.ts";
import { authorise } from "../permissions/authorise.ts";
import { makeRoom, tellRoom } from "../rooms/makeRoom.ts";
import { tellOrganisation } from "./announce.ts";
import { authoriseAsking } from "./authoriseAsking.ts";
import { refuseIdentifying } from "./checkText.ts";
import { requireNegotiationConsent } from "./consented.ts";
import { answering, asking, letIn } from "./members.ts";
import { move } from "./move.ts";
import { casePurpose, EMPTY_CONSIDERATION, type SealedCase, sheetOf } from "./sheet.ts";
import { isTerminal } from "./states.ts";
import {
  type CaseRow,
  type EnquiryRow,
  enquiriesOf,
  facilitiesByIds,
  insertCase,
  insertEnquiry,
  loadCase,
  updateCase,
} from "./store.ts";
import { tellOtherSide } from "./tellPeople.ts";
import { viewCase } from "./viewCase.ts";

export interface NewNegotiation {
  readonly personId: PersonId;
  readonly facilities: readonly FacilityId[];
  readonly wish: WishInput;
  readonly textLookedAt: boolean;
  readonly send: boolean;
}

/**
 * Asks several facilities about one wish (R19). What they get is anonymous; each has an encrypted room of its own.
 * @throws CareError forbidden, consentMissing, identifyingText, facilityNotReachable
 */
export async function openNegotiation(unit: StaffUnit, input: NewNegotiation): Promise<NegotiationCaseView> {
  const { personId, wish } = input;
  await lockPerson(unit.tx, personId);
  const job = await authorise(unit, "negotiation.ask", { personId });
  await requireNegotiationConsent(unit.tx, personId);
  await refuseIdentifying(unit, personId, { "wish.text": wish.text }, input.textLookedAt);
  const id = newId("neg");
  const code = newCode();
  const sheet = sheetOf(code, await openPerson(unit, personId), wish, unit.now);
  const content: SealedCase = { sheet, consideration: EMPTY_CONSIDERATION };
  const row: CaseRow = {
    id,
    code,
    personId,
    askerOrgId: job.organisationId,
    openedById: unit.actor.staffId,
    openedAt: unit.now,
    state: "open",
    sentAt: null,
    decidedAt: null,
    ...(await unit.vault.sealFor(unit.tx, personId, content, casePurpose(id))),
  };
  await insertCase(unit.tx, row);
  unit.audit({ action: "negotiation.open", job, personId, subjectId: id, detail: { facilities: input.facilities } });
  await ask(unit, row, input.facilities, { job, sheet, send: input.send });
  return viewCase(unit, id);
}

/** Asks further facilities about the same wish. */
export async function addEnquiries(
  unit: StaffUnit,
  input: { caseId: NegotiationCaseId; facilities: readonly FacilityId[] },
): Promise<NegotiationCaseView> {
  const { personId } = found(await loadCase(unit.tx, input.caseId));
  await lockPerson(unit.tx, personId);
  const job = await authoriseAsking(unit, personId, input.caseId);
  const row = found(await loadCase(unit.tx, input.caseId));
  if (row.state !== "open") throw new CareError("caseClosed");
  await requireNegotiationConsent(unit.tx, personId);
  const { sheet } = await unit.vault.openFor<SealedCase>(unit.tx, personId, row, casePurpose(row.id));
  await ask(unit, row, input.facilities, { job, sheet, send: true });
  return viewCase(unit, row.id);
}

interface Asking {
  readonly job: Job;
  readonly sheet: EnquirySheet;
  readonly send: boolean;
}

async function ask(unit: StaffUnit, of: CaseRow, ids: readonly FacilityId[], how: Asking): Promise<void> {
  const facilities = await facilitiesByIds(unit.tx, ids);
  const earlier = await enquiriesOf(unit.tx, of.id);
  for (const facilityId of new Set(ids)) {
    const facility = found(facilities.get(facilityId));
    const asked = earlier.some((known) => known.facilityId === facilityId && !isTerminal(known.state));
    if (asked) throw new CareError("alreadyAsked", { name: facility.name });
    if ((await answering(unit, facility.organisationId)).length === 0)
      throw new CareError("facilityNotReachable", { name: facility.name });
    const draft = draftFor(of, facility);
    await insertEnquiry(unit.tx, draft);
    if (how.send) await sendEnquiry(unit, of, draft, how);
  }
}

const draftFor = (of: CaseRow, { id, organisationId }: FacilityNameView): EnquiryRow => ({
  id: newId("enq"),
  caseId: of.id,
  facilityId: id,
  organisationId,
  state: "draft",
  answer: null,
  level: 0,
  version: 0,
  inquiredAt: null,
  firstAnsweredAt: null,
  decidedAt: null,
  remindAt: null,
  dueAt: null,
  expiresAt: null,
  reminded: 0,
});

/** Sends one draft: its room is made, both sides are let in, the sheet is its first message. */
export async function sendEnquiry(
  unit: StaffUnit,
  of: CaseRow,
  draft: EnquiryRow,
  { job, sheet }: Pick<Asking, "job" | "sheet">,
): Promise<EnquiryRow> {
  const facility = found((await facilitiesByIds(unit.tx, [draft.facilityId])).get(draft.facilityId));
  const sent = await move(unit, of, draft, { action: "send", side: "asker", job });
  if (!of.sentAt) await updateCase(unit.tx, of.id, { sentAt: unit.now });
  const room = await makeRoom(unit, "negotiation", { enquiryId: sent.id });
  const by = { name: displayName(unit.actor), role: job.role, organisationName: job.organisationName };
  const dueAt = (sent.dueAt ?? unit.now).toISOString();
  await tellRoom(unit, room.id, { notice: "enquiryOpened", sheet, facilityName: facility.name, by, dueAt }, sent.id);
  const { staffId, userId } = unit.actor;
  const askers = await asking(unit, of.askerOrgId, of.personId);
  await letIn(unit, sent, "asker", [{ staffId, userId }, ...askers]);
  const facilityStaff = await answering(unit, sent.organisationId);
  const onOtherSide = new Set([staffId, ...askers.map((asker) => asker.staffId)]);
  await letIn(
    unit,
    sent,
    "facility",
    facilityStaff.filter((one) => !onOtherSide.has(one.staffId)),
  );
  await tellOrganisation(unit, sent.organisationId, of, sent, job.organisationName);
  await tellOtherSide(unit, of, sent, "facility");
  return sent;
}
