import { incidentRequestStates, notReadyReasons } from "@tsunagi/contracts/codes/incident";
import type { IncidentId, IncidentRequestId, OrganisationId } from "@tsunagi/contracts/ids";
import type { IncidentRequestView, IncidentView } from "@tsunagi/contracts/rest/incident";
import { CareError, found } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { organisationName } from "../organisations/store.ts";
import { authorise } from "../permissions/authorise.ts";
import { holdAsCrew, holdAsHospital, requireOpen } from "./access.ts";
import { answering, letIn, tellHospital, tellIncident } from "./members.ts";
import { moved } from "./states.ts";
import { hospitals, insertRequest, requestsOf, updateRequest } from "./store.ts";
import { tellAnswering } from "./tellPeople.ts";
import { viewIncident } from "./viewIncident.ts";
import { viewRequest } from "./viewRequest.ts";

/** Hospitals a crew can ask. */
export async function listHospitals(unit: StaffUnit): Promise<Awaited<ReturnType<typeof hospitals>>> {
  const job = await authorise(unit, "incident.open");
  unit.audit({ action: "incident.listHospitals", job });
  return hospitals(unit.tx);
}

/** Asks several at once; who was asked already stays asked. @throws CareError incidentClosed, hospitalDecided */
export async function askHospitals(
  unit: StaffUnit,
  { incidentId, organisationIds }: { incidentId: IncidentId; organisationIds: readonly OrganisationId[] },
): Promise<IncidentView> {
  const { of, job } = await holdAsCrew(unit, incidentId);
  requireOpen(of);
  moved(await requestsOf(unit.tx, of.id), { act: "ask" });
  const known = new Set((await hospitals(unit.tx)).map(({ id }) => id));
  for (const organisationId of new Set(organisationIds)) {
    if (!known.has(organisationId)) throw new CareError("notFound");
    const row = {
      id: newId("inr"),
      incidentId: of.id,
      organisationId,
      state: "asked" as const,
      reason: null,
      askedAt: unit.now,
      answeredAt: null,
      answeredById: null,
      namedAt: null,
    };
    if (!(await insertRequest(unit.tx, row))) continue;
    await tellHospital(unit, of, organisationId, "asked");
    await tellAnswering(unit, { requestId: row.id, organisationId });
  }
  unit.audit({ action: "incident.ask", job, subjectId: of.id, detail: { hospitals: organisationIds } });
  return viewIncident(unit, of);
}

/** A hospital's word; it may change until one is confirmed. @throws CareError forbidden, incidentClosed, hospitalDecided */
export async function answerIncidentRequest(
  unit: StaffUnit,
  input: { requestId: IncidentRequestId; ready: boolean; reason: (typeof notReadyReasons.codes)[number] | null },
): Promise<IncidentRequestView> {
  const { of, request, job } = await holdAsHospital(unit, input.requestId);
  requireOpen(of);
  const { id } = request;
  const after = moved(await requestsOf(unit.tx, of.id), { act: "answer", id, ready: input.ready });
  const { state } = found(after.find((one) => one.id === id));
  const reason = input.ready ? null : (input.reason ?? "other");
  unit.audit({ action: "incident.answer", job, subjectId: request.id, detail: { state, reason } });
  const answer = { state, reason, answeredAt: unit.now, answeredById: unit.actor.staffId };
  await updateRequest(unit.tx, request.id, answer);
  const said = incidentRequestStates.label(state, "ja");
  const why = reason ? `（${notReadyReasons.label(reason, "ja")}）` : "";
  const text = `${await organisationName(unit.tx, request.organisationId)}：${said}${why}`;
  await tellIncident(unit, of, "answered", text, `${request.id}:${unit.now.getTime()}`);
  return viewRequest(unit, of, { ...request, ...answer });
}

/**
 * Confirms the one that receives: its staff come into the room, the others are told and see nothing any more. Confirming
 * the same one again does nothing.
 * @throws CareError incidentClosed, hospitalDecided, hospitalNotReady
 */
export async function confirmHospital(
  unit: StaffUnit,
  { incidentId, requestId }: { incidentId: IncidentId; requestId: IncidentRequestId },
): Promise<IncidentView> {
  const { of, job } = await holdAsCrew(unit, incidentId);
  requireOpen(of);
  const requests = await requestsOf(unit.tx, of.id);
  const chosen = found(requests.find(({ id }) => id === requestId));
  unit.audit({
    action: "incident.confirm",
    job,
    personId: of.personId,
    subjectId: of.id,
    detail: { hospital: chosen.organisationId },
  });
  const after = moved(requests, { act: "confirm", id: chosen.id });
  if (after === requests) return viewIncident(unit, of);
  for (const { id, state, organisationId } of after) {
    await updateRequest(unit.tx, id, { state });
    await tellHospital(unit, of, organisationId, state === "confirmed" ? "confirmed" : "closedElsewhere");
  }
  await tellIncident(unit, of, "confirmed", await organisationName(unit.tx, chosen.organisationId), chosen.id);
  await letIn(unit, of, chosen.organisationId, await answering(unit, chosen.organisationId));
  return viewIncident(unit, of);
}
