import type { PersonId } from "@tsunagi/contracts/ids";
import type { IncidentSheet, IncidentView } from "@tsunagi/contracts/rest/incident";
import { admitReader } from "../breakGlass/admitReader.ts";
import { newCode, newId } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { ageBandOf } from "../negotiation/sheet.ts";
import { openPerson } from "../people/openPerson.ts";
import { authorise } from "../permissions/authorise.ts";
import { makeRoom } from "../rooms/makeRoom.ts";
import { letIn, tellIncident } from "./members.ts";
import { newIncidentKey, sealIn } from "./sealing.ts";
import { type IncidentRow, insertIncident } from "./store.ts";
import { sheetPurpose, viewIncident } from "./viewIncident.ts";

/**
 * Opens a transport (R14): from a card the crew may read now, by right or by an emergency grant, or for a person nobody knows. Crew and bot are in its room.
 * @throws CareError forbidden, consentMissing
 */
export async function openIncident(
  unit: StaffUnit,
  { personId, sheet }: { personId: PersonId | null; sheet: IncidentSheet },
): Promise<IncidentView> {
  const job = await authorise(unit, "incident.open");
  if (personId) await admitReader(unit, personId);
  const known = personId ? await openPerson(unit, personId) : null;
  const told: IncidentSheet = {
    ...sheet,
    ageBand: sheet.ageBand ?? (known && ageBandOf(known.birthDate, unit.now)),
    sex: sheet.sex ?? known?.sex ?? null,
  };
  const id = newId("inc");
  const sealedKey = newIncidentKey(unit, id);
  const row: IncidentRow = {
    id,
    code: newCode(),
    personId,
    crewOrgId: job.organisationId,
    openedById: unit.actor.staffId,
    openedAt: unit.now,
    state: "open",
    sealedKey,
    sealed: sealIn(unit, { id, sealedKey }, told, sheetPurpose(id)),
    closedAt: null,
  };
  await insertIncident(unit.tx, row);
  unit.audit({ action: "incident.open", job, personId, subjectId: id });
  await makeRoom(unit, "incident", { incidentId: id });
  await letIn(unit, row, job.organisationId, [unit.actor]);
  await tellIncident(unit, row, "opened", "", id);
  return viewIncident(unit, row);
}
