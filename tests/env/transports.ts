import { answerIncidentRequest, askHospitals, confirmHospital } from "@tsunagi/care/incident/hospitals";
import { beginIncidentMedia, putIncidentChunk } from "@tsunagi/care/incident/media";
import { openIncident } from "@tsunagi/care/incident/openIncident";
import { readIncidentRequest } from "@tsunagi/care/incident/viewRequest";
import type { PersonId } from "@tsunagi/contracts/ids";
import type { IncidentView } from "@tsunagi/contracts/rest/incident";
import { hire, openOrganisation, type Region, type TestHub, type Worker } from "./careFixture.ts";

export const SHEET = { ageBand: "80", sex: "female", complaint: "stroke" } as const;

/** Two invented fire departments and a second hospital beside the region's, and what is done in a transport. */
export async function openTransports(hub: TestHub, region: Region) {
  const hireAt = async (name: string, kind: "fireDepartment" | "hospital", role: "emt" | "nurse") =>
    hire(hub, region.operator, await openOrganisation(hub, region.operator, name, kind), role);
  const crew = await hireAt("みほん消防本部", "fireDepartment", "emt");
  const otherCrew = await hireAt("よその消防本部", "fireDepartment", "emt");
  const otherNurse = await hireAt("もう一つの病院", "hospital", "nurse");

  const open = (personId: PersonId | null = null) =>
    hub.as(crew, (unit) => openIncident(unit, { personId, sheet: SHEET }));
  const ask = ({ id: incidentId }: IncidentView) => {
    const organisationIds = [region.nurse.organisationId, otherNurse.organisationId];
    return hub.as(crew, (unit) => askHospitals(unit, { incidentId, organisationIds }));
  };
  const requestFor = (view: IncidentView, { organisationId }: Worker) => {
    const request = view.requests.find((one) => one.organisationId === organisationId);
    if (!request) throw new Error("not asked");
    return request.id;
  };
  const answer = (by: Worker, view: IncidentView, ready = true) =>
    hub.as(by, (unit) => answerIncidentRequest(unit, { requestId: requestFor(view, by), ready, reason: null }));
  const confirm = (view: IncidentView, hospital: Worker) =>
    hub.as(crew, (unit) => confirmHospital(unit, { incidentId: view.id, requestId: requestFor(view, hospital) }));
  const asHospital = (by: Worker, view: IncidentView) =>
    hub.as(by, (unit) => readIncidentRequest(unit, { requestId: requestFor(view, by) }));

  /** One that the region's hospital receives. */
  async function confirmed(personId: PersonId | null = null): Promise<IncidentView> {
    const view = await ask(await open(personId));
    await answer(region.nurse, view);
    return confirm(view, region.nurse);
  }

  async function photo(view: IncidentView, mediaType = "image/jpeg") {
    const start = { incidentId: view.id, mediaType, key: "k".repeat(43) };
    const media = await hub.as(crew, (unit) => beginIncidentMedia(unit, start));
    const which = { incidentId: view.id, mediaId: media.id };
    const put = (seq: number, fill: number, size = 1000) =>
      hub.as(crew, (unit) => putIncidentChunk(unit, { ...which, seq, bytes: Buffer.alloc(size, fill) }));
    return { which, put };
  }

  return { crew, otherCrew, otherNurse, open, ask, requestFor, answer, confirm, asHospital, confirmed, photo };
}

export type Transports = Awaited<ReturnType<typeof openTransports>>;
