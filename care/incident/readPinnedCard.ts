import type { IncidentId, IncidentRequestId, PersonId } from "@tsunagi/contracts/ids";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import { liveGrants } from "../breakGlass/store.ts";
import { consentsToEmergency } from "../consent/requireConsent.ts";
import { notConsented, openCard } from "../emergency/openCard.ts";
import { readCard } from "../emergency/readCard.ts";
import { CareError, found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { holdAsCrew, holdAsHospital, requireOpen } from "./access.ts";
import type { IncidentRow } from "./store.ts";

/** For the crew, while it is open and they may read the card. @throws CareError forbidden, incidentClosed, consentMissing */
export async function readIncidentCard(
  unit: StaffUnit,
  { incidentId }: { incidentId: IncidentId },
): Promise<EmergencyCardView> {
  const { of } = await holdAsCrew(unit, incidentId);
  requireOpen(of);
  return readCard(unit, { personId: found(of.personId) });
}

/** A consent that stands, or the crew's grant because life is at stake: a withdrawal counts for the hospital too. */
async function requireConsentOrDanger(unit: StaffUnit, of: IncidentRow, personId: PersonId): Promise<void> {
  if (await consentsToEmergency(unit.tx, personId)) return;
  const grants = await liveGrants(unit.tx, of.openedById, unit.now, personId);
  if (grants.some(({ reason }) => reason === "lifeAtStake")) return;
  throw notConsented("emergency.read", personId);
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
  await requireConsentOrDanger(unit, of, personId);
  unit.audit({ action: "emergency.read", job, personId, subjectId: of.id });
  return openCard(unit, personId);
}
