import type { IncidentId } from "@tsunagi/contracts/ids";
import type { IncidentView } from "@tsunagi/contracts/rest/incident";
import type { StaffUnit } from "../kernel/unit.ts";
import { closeRoom } from "../rooms/makeRoom.ts";
import { roomOfIncident } from "../rooms/store.ts";
import { holdAsCrew } from "./access.ts";
import { tellHospital, tellIncident } from "./members.ts";
import { closeRow, endMembers, requestsOf } from "./store.ts";
import { writeSummary } from "./summary/writeSummary.ts";
import { viewIncident } from "./viewIncident.ts";

/**
 * Hands over: the summary is written for crew and receiving hospital, everybody leaves the room, and neither opens a
 * photo or the card any more; the crew's organisation keeps its record. Closing again does nothing.
 * @throws CareError forbidden
 */
export async function closeIncident(
  unit: StaffUnit,
  { incidentId }: { incidentId: IncidentId },
): Promise<IncidentView> {
  const { of, job } = await holdAsCrew(unit, incidentId);
  unit.audit({ action: "incident.close", job, personId: of.personId, subjectId: of.id });
  if (of.state === "closed") return viewIncident(unit, of);
  await writeSummary(unit, of);
  await tellIncident(unit, of, "summary", "", of.id);
  for (const { state, organisationId } of await requestsOf(unit.tx, of.id))
    if (state !== "closedElsewhere")
      await tellHospital(unit, of, organisationId, state === "confirmed" ? "summary" : "closed");
  await endMembers(unit.tx, of.id, unit.now);
  await closeRow(unit.tx, of.id, unit.now);
  await closeRoom(unit, (await roomOfIncident(unit.tx, of.id)).id);
  return viewIncident(unit, { ...of, state: "closed", closedAt: unit.now });
}
