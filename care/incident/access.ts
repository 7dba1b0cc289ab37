import type { IncidentId, IncidentRequestId, OrganisationId } from "@tsunagi/contracts/ids";
import type { Permission } from "@tsunagi/contracts/permissions";
import type { Job } from "../kernel/actor.ts";
import { CareError, found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise, mayI } from "../permissions/authorise.ts";
import { reachOf } from "../permissions/table.ts";
import { type IncidentRow, loadIncident, loadRequest, lockIncident, type RequestRow, requestsOf } from "./store.ts";

const jobsWith = (unit: StaffUnit, permission: Permission): Job[] =>
  unit.actor.jobs.filter(({ role }) => reachOf(role, permission).size > 0);

/** Organisations somebody is in with a job that gives this right. */
export const organisationsFor = (unit: StaffUnit, permission: Permission): OrganisationId[] =>
  jobsWith(unit, permission).map(({ organisationId }) => organisationId);

/**
 * For the crew: whoever may open transports at the organisation that opened this one. Nobody else learns that it exists.
 * @throws CareError notFound, forbidden
 */
export async function holdAsCrew(unit: StaffUnit, id: IncidentId): Promise<{ of: IncidentRow; job: Job }> {
  const of = await lockIncident(unit.tx, id);
  const job = jobsWith(unit, "incident.open").find(({ organisationId }) => organisationId === of?.crewOrgId);
  if (!of || !job) throw notAllowed(id);
  return { of, job };
}

const notAllowed = (id: IncidentId): CareError =>
  new CareError("forbidden", {}, { denied: { action: "incident.open", subjectId: id } });

export interface HeldRequest {
  readonly of: IncidentRow;
  readonly request: RequestRow;
  readonly job: Job;
}

/** For a hospital: whoever may answer for it. @throws CareError notFound, forbidden */
export async function holdAsHospital(unit: StaffUnit, id: IncidentRequestId): Promise<HeldRequest> {
  const { incidentId, organisationId } = found(await loadRequest(unit.tx, id));
  const job = await authorise(unit, "incident.answer", { organisationIds: [organisationId] });
  const of = found(await lockIncident(unit.tx, incidentId));
  return { of, request: found(await loadRequest(unit.tx, id)), job };
}

export function requireOpen({ state }: IncidentRow): void {
  if (state !== "open") throw new CareError("incidentClosed");
}

/**
 * For whoever is in a transport now: its crew, or the confirmed hospital; nobody after the hand-over.
 * @throws CareError forbidden, incidentClosed
 */
export async function holdAsEither(unit: StaffUnit, id: IncidentId): Promise<IncidentRow> {
  const of = await loadIncident(unit.tx, id);
  if (!of) throw notAllowed(id);
  const confirmed = (await requestsOf(unit.tx, id)).find(({ state }) => state === "confirmed");
  const inside =
    organisationsFor(unit, "incident.open").includes(of.crewOrgId) ||
    (confirmed && (await mayI(unit, "incident.answer", { organisationIds: [confirmed.organisationId] })));
  if (!inside) throw notAllowed(id);
  requireOpen(of);
  return of;
}
