import type { EnquiryId } from "@tsunagi/contracts/ids";
import type { Job } from "../kernel/actor.ts";
import { found } from "../kernel/errors.ts";
import type { StaffUnit, Unit } from "../kernel/unit.ts";
import { lockPerson } from "../people/store.ts";
import { authorise } from "../permissions/authorise.ts";
import { authoriseAsking } from "./authoriseAsking.ts";
import { type CaseRow, type EnquiryRow, loadCase, loadEnquiry, lockEnquiry } from "./store.ts";

/** An enquiry with its case, locked, and the job that lets somebody act on it. */
export interface Held {
  readonly of: CaseRow;
  readonly enquiry: EnquiryRow;
  readonly job: Job;
}

/**
 * For the asker: whoever may ask for the person.
 * @throws CareError notFound, forbidden
 */
export async function holdAsAsker(unit: StaffUnit, id: EnquiryId): Promise<Held> {
  const { of, enquiry } = await hold(unit, id);
  const job = await authoriseAsking(unit, of.personId, id);
  return { of, enquiry, job };
}

/**
 * For the facility: whoever may answer for its organisation. It reaches this enquiry and nothing else of the person.
 * @throws CareError notFound (also for a draft), forbidden
 */
export async function holdAsFacility(unit: StaffUnit, id: EnquiryId): Promise<Held> {
  const { of, enquiry } = await hold(unit, id);
  const job = await authorise(unit, "negotiation.answer", { organisationIds: [enquiry.organisationId] });
  found(enquiry.inquiredAt);
  return { of, enquiry, job };
}

/** Locks in one order for everybody: the person, then the enquiry. */
export async function hold(unit: Unit, id: EnquiryId): Promise<Omit<Held, "job">> {
  const { caseId } = found(await loadEnquiry(unit.tx, id));
  const { personId } = found(await loadCase(unit.tx, caseId));
  await lockPerson(unit.tx, personId);
  const enquiry = found(await lockEnquiry(unit.tx, id));
  return { of: found(await loadCase(unit.tx, caseId)), enquiry };
}
