import type { IncidentId, IncidentRequestId, PersonId } from "@tsunagi/contracts/ids";
import type { IncidentRequestView, IncidentView } from "@tsunagi/contracts/rest/incident";
import { liveGrants } from "../breakGlass/store.ts";
import { consentsToEmergency } from "../consent/requireConsent.ts";
import { notConsented } from "../emergency/openCard.ts";
import { found } from "../kernel/errors.ts";
import type { StaffUnit, Unit } from "../kernel/unit.ts";
import { organisationName } from "../organisations/store.ts";
import { openPerson } from "../people/openPerson.ts";
import { holdAsCrew, requireOpen } from "./access.ts";
import { tellHospital, tellIncident } from "./members.ts";
import { moved } from "./states.ts";
import { type IncidentRow, requestsOf, updateRequest } from "./store.ts";
import { viewIncident } from "./viewIncident.ts";

type Named = NonNullable<IncidentRequestView["person"]>;

/** A consent that stands, or the crew's grant because life is at stake: a withdrawal counts for the hospital too. */
export async function consentOrDanger(unit: Unit, of: IncidentRow, personId: PersonId): Promise<boolean> {
  if (await consentsToEmergency(unit.tx, personId)) return true;
  const grants = await liveGrants(unit.tx, of.openedById, unit.now, personId);
  return grants.some(({ reason }) => reason === "lifeAtStake");
}

/** Who it is, as far as it is known and may be said now. */
export async function nameToTell(unit: Unit, of: IncidentRow): Promise<Named | null> {
  if (!of.personId || !(await consentOrDanger(unit, of, of.personId))) return null;
  const { familyName, givenName, familyKana, givenKana, birthDate } = await openPerson(unit, of.personId);
  return { familyName, givenName, familyKana, givenKana, birthDate };
}

/**
 * Tells one hospital that was asked who it is before one is confirmed: it may know them. Recorded for the person, with
 * the hospital. Telling it again does nothing.
 * @throws CareError forbidden, incidentClosed, hospitalDecided, notFound, consentMissing
 */
export async function tellHospitalName(
  unit: StaffUnit,
  { incidentId, requestId }: { incidentId: IncidentId; requestId: IncidentRequestId },
): Promise<IncidentView> {
  const { of, job } = await holdAsCrew(unit, incidentId);
  requireOpen(of);
  const personId = found(of.personId);
  const requests = await requestsOf(unit.tx, of.id);
  const { id, organisationId, namedAt } = found(requests.find((one) => one.id === requestId));
  moved(requests, { act: "name", id });
  if (!(await consentOrDanger(unit, of, personId))) throw notConsented("emergency.read", personId);
  unit.audit({ action: "incident.tellName", job, personId, subjectId: of.id, detail: { hospital: organisationId } });
  if (namedAt) return viewIncident(unit, of);
  await updateRequest(unit.tx, id, { namedAt: unit.now });
  await tellHospital(unit, of, organisationId, "named");
  await tellIncident(unit, of, "named", await organisationName(unit.tx, organisationId), id);
  return viewIncident(unit, of);
}
