import type { IncidentId, IncidentRequestId } from "@tsunagi/contracts/ids";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import { notConsented, openCard } from "../emergency/openCard.ts";
import { readCard } from "../emergency/readCard.ts";
import { CareError, found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { holdAsCrew, holdAsHospital, requireOpen } from "./access.ts";
import { consentOrDanger } from "./naming.ts";

/** For the crew, while it is open and they may read the card. @throws CareError forbidden, incidentClosed, consentMissing */
export async function readIncidentCard(
  unit: StaffUnit,
  { incidentId }: { incidentId: IncidentId },
): Promise<EmergencyCardView> {
  const { of } = await holdAsCrew(unit, incidentId);
  requireOpen(of);
  return readCard(unit, { personId: found(of.personId) });
}

/** For the confirmed hospital, while it is open: the crew brings the person to it. @throws CareError forbidden, incidentClosed, consentMissing */
export async function readRequestCard(
  unit: StaffUnit,
  { requestId }: { requestId: IncidentRequestId },
): Promise<EmergencyCardView> {
  const { of, request, job } = await holdAsHospital(unit, requestId);
  requireOpen(of);
  const denied = { action: "emergency.read", subjectId: requestId };
  if (request.state !== "confirmed") throw new CareError("forbidden", {}, { denied });
  const personId = found(of.personId);
  if (!(await consentOrDanger(unit, of, personId))) throw notConsented("emergency.read", personId);
  unit.audit({ action: "emergency.read", job, personId, subjectId: of.id });
  return openCard(unit, personId);
}
