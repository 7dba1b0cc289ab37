import type { EnquiryId, NegotiationCaseId, PersonId } from "@tsunagi/contracts/ids";
import type { Job } from "../kernel/actor.ts";
import { CareError } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";

/**
 * The right to act for the asker on a case or an enquiry. The refusal names the number that was tried and not the person:
 * the log of a facility that was asked anonymously must not lead to anybody.
 * @throws CareError forbidden
 */
export async function authoriseAsking(
  unit: StaffUnit,
  personId: PersonId,
  subjectId: NegotiationCaseId | EnquiryId,
): Promise<Job> {
  try {
    return await authorise(unit, "negotiation.ask", { personId });
  } catch (error) {
    if (!(error instanceof CareError) || error.code !== "forbidden") throw error;
    throw new CareError("forbidden", {}, { denied: { action: "negotiation.ask", subjectId } });
  }
}
