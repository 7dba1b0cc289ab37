import type { IncidentRequestId, OrganisationId } from "@tsunagi/contracts/ids";
import type { Unit } from "../kernel/unit.ts";
import { notify, senderOf } from "../notices/notify.ts";
import { answering } from "./members.ts";

/** A hospital is asked to take somebody in: whoever may answer is told at once, and nothing of the patient. */
export async function tellAnswering(
  unit: Unit,
  { requestId, organisationId }: { requestId: IncidentRequestId; organisationId: OrganisationId },
): Promise<void> {
  const people = await answering(unit, organisationId);
  await notify(unit, {
    to: people.map(({ staffId }) => ({ staffId, organisationId })),
    ...{ kind: "emergency", urgency: "urgent", addressed: "organisation", subjectId: requestId },
    place: `/incident-requests/${requestId}`,
    occasion: `incident:${requestId}`,
    sender: senderOf(unit, null),
  });
}
