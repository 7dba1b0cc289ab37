import type { IncidentRequestId } from "@tsunagi/contracts/ids";
import type { IncidentRequestView, IncidentVitals } from "@tsunagi/contracts/rest/incident";
import { found } from "../kernel/errors.ts";
import type { StaffUnit, Unit } from "../kernel/unit.ts";
import { noticesActedOn } from "../notices/receipts.ts";
import { organisationName, organisationNames } from "../organisations/store.ts";
import { holdAsHospital, organisationsFor } from "./access.ts";
import { nameToTell } from "./naming.ts";
import { type IncidentRow, incidentsByIds, type RequestRow, requestsTo } from "./store.ts";
import { summaryOffer } from "./summary/offer.ts";
import { sheetOf, viewEntries, viewIncident } from "./viewIncident.ts";

type Line = Omit<IncidentRequestView, "incident" | "vitals" | "person" | "summary">;

/** Transports one's own hospital was asked to receive, newest first. */
export async function listIncidentRequests(unit: StaffUnit): Promise<Line[]> {
  const rows = await requestsTo(unit.tx, organisationsFor(unit, "incident.answer"));
  unit.audit({ action: "incident.listRequests", detail: { requests: rows.map(({ id }) => id) } });
  const incidents = await incidentsByIds(
    unit.tx,
    rows.map(({ incidentId }) => incidentId),
  );
  const crews = await organisationNames(
    unit.tx,
    [...incidents.values()].map(({ crewOrgId }) => crewOrgId),
  );
  return rows.map((row) => {
    const of = found(incidents.get(row.incidentId));
    return lineOf(unit, of, row, crews.get(of.crewOrgId) ?? "");
  });
}

/** What a hospital may see now; the reading is recorded, with the person once it may know them. @throws CareError forbidden */
export async function readIncidentRequest(
  unit: StaffUnit,
  { requestId }: { requestId: IncidentRequestId },
): Promise<IncidentRequestView> {
  const { of, request, job } = await holdAsHospital(unit, requestId);
  const personId = sees(of, request) || isNamed(of, request) ? of.personId : null;
  await noticesActedOn(unit, requestId);
  unit.audit({ action: "incident.readRequest", job, personId, subjectId: requestId });
  return viewRequest(unit, of, request);
}

/** Only the confirmed hospital, only while it is open. */
const sees = (of: IncidentRow, { state }: RequestRow): boolean => of.state === "open" && state === "confirmed";
const isNamed = (of: IncidentRow, request: RequestRow): boolean => request.namedAt !== null && !over(of, request);
const over = (of: IncidentRow, { state }: RequestRow): boolean => of.state === "closed" || state === "closedElsewhere";

export async function viewRequest(unit: Unit, of: IncidentRow, request: RequestRow): Promise<IncidentRequestView> {
  return {
    ...lineOf(unit, of, request, await organisationName(unit.tx, of.crewOrgId)),
    vitals: over(of, request) ? null : await newestVitals(unit, of),
    incident: sees(of, request) ? await viewIncident(unit, of) : null,
    person: isNamed(of, request) ? await nameToTell(unit, of) : null,
    summary: request.state === "confirmed" ? await summaryOffer(unit, of.id) : null,
  };
}

function lineOf(unit: Unit, of: IncidentRow, request: RequestRow, crew: string): Line {
  return {
    id: request.id,
    code: of.code,
    crew,
    state: request.state,
    reason: request.reason as Line["reason"],
    askedAt: request.askedAt.toISOString(),
    sheet: over(of, request) ? null : sheetOf(unit, of),
  };
}

async function newestVitals(unit: Unit, of: IncidentRow): Promise<IncidentVitals | null> {
  for (const { content, cancelled } of await viewEntries(unit, of))
    if (content.kind === "vitals" && !cancelled) return content;
  return null;
}
