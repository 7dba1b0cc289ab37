import type { IncidentEntryId, IncidentId } from "@tsunagi/contracts/ids";
import type { IncidentEntryContent, IncidentView } from "@tsunagi/contracts/rest/incident";
import { found } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { holdAsCrew, requireOpen } from "./access.ts";
import { entryInWords } from "./inWords.ts";
import { tellIncident } from "./members.ts";
import { openIn, sealIn } from "./sealing.ts";
import { entriesOf, insertEntry } from "./store.ts";
import { entryPurpose, viewIncident } from "./viewIncident.ts";

/** Writes into the timeline; the room is told in words. @throws CareError forbidden, incidentClosed */
export async function writeIncidentEntry(
  unit: StaffUnit,
  { incidentId, content }: { incidentId: IncidentId; content: IncidentEntryContent },
): Promise<IncidentView> {
  const { of, job } = await holdAsCrew(unit, incidentId);
  requireOpen(of);
  const key = { id: newId("ine"), version: 1 };
  await insertEntry(unit.tx, {
    ...key,
    incidentId,
    cancelled: false,
    sealed: sealIn(unit, of, content, entryPurpose(key)),
    authorId: unit.actor.staffId,
    authorOrgId: job.organisationId,
    occurredAt: unit.now,
    recordedAt: unit.now,
  });
  unit.audit({ action: "incident.write", job, subjectId: of.id, detail: { entry: key.id, kind: content.kind } });
  await tellIncident(unit, of, "entry", entryInWords(content), key.id);
  return viewIncident(unit, of);
}

/** Cancels an entry by a version of its own; it stays to be seen. @throws CareError forbidden, notFound, incidentClosed */
export async function cancelIncidentEntry(
  unit: StaffUnit,
  { incidentId, entryId }: { incidentId: IncidentId; entryId: IncidentEntryId },
): Promise<IncidentView> {
  const { of, job } = await holdAsCrew(unit, incidentId);
  requireOpen(of);
  const row = found((await entriesOf(unit.tx, incidentId)).find(({ id }) => id === entryId));
  unit.audit({ action: "incident.cancelEntry", job, subjectId: of.id, detail: { entry: entryId } });
  if (row.cancelled) return viewIncident(unit, of);
  const content = openIn<IncidentEntryContent>(unit, of, row.sealed, entryPurpose(row));
  const key = { id: entryId, version: row.version + 1 };
  await insertEntry(unit.tx, {
    ...row,
    ...key,
    cancelled: true,
    sealed: sealIn(unit, of, content, entryPurpose(key)),
    authorId: unit.actor.staffId,
    authorOrgId: job.organisationId,
    recordedAt: unit.now,
  });
  await tellIncident(unit, of, "cancelled", entryInWords(content), entryId);
  return viewIncident(unit, of);
}
