import type { IncidentAct } from "@tsunagi/contracts/codes/incident";
import { roles } from "@tsunagi/contracts/codes/roles";
import type { OrganisationId } from "@tsunagi/contracts/ids";
import type { Unit } from "../kernel/unit.ts";
import { type Helper, staffWithRoles } from "../negotiation/store.ts";
import { reachOf } from "../permissions/table.ts";
import { inviteToRoom, tellRoom } from "../rooms/makeRoom.ts";
import { roomOfIncident, roomOfOrganisation } from "../rooms/store.ts";
import { type IncidentRow, putMember } from "./store.ts";

/** Who may answer for a hospital. */
export const answering = (unit: Unit, organisationId: OrganisationId): Promise<Helper[]> =>
  staffWithRoles(
    unit.tx,
    organisationId,
    roles.codes.filter((role) => reachOf(role, "incident.answer").has("organisation")),
  );

export async function letIn(
  unit: Unit,
  of: IncidentRow,
  organisationId: OrganisationId,
  people: readonly Helper[],
): Promise<void> {
  const room = await roomOfIncident(unit.tx, of.id);
  for (const { staffId, userId } of people) {
    const isNew = await putMember(unit.tx, { incidentId: of.id, staffId, organisationId, joinedAt: unit.now });
    if (isNew) await inviteToRoom(unit, room.id, userId, staffId);
  }
}

/** @param occasion the same occasion is told once */
export async function tellIncident(
  unit: Unit,
  of: IncidentRow,
  act: IncidentAct,
  text: string,
  occasion: string,
): Promise<void> {
  const room = await roomOfIncident(unit.tx, of.id);
  await tellRoom(unit, room.id, { notice: "incident", act, code: of.code, text }, `${act}:${occasion}`);
}

/** A line in a hospital's own room: the number and nothing of the patient. */
export async function tellHospital(
  unit: Unit,
  of: IncidentRow,
  organisationId: OrganisationId,
  act: IncidentAct,
): Promise<void> {
  const room = await roomOfOrganisation(unit.tx, organisationId);
  if (room) await tellRoom(unit, room.id, { notice: "incident", act, code: of.code, text: "" }, `${act}:${of.id}`);
}
