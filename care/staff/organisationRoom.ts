import type { MatrixUserId, OrganisationId } from "@tsunagi/contracts/ids";
import { found } from "../kernel/errors.ts";
import type { Unit } from "../kernel/unit.ts";
import { loadOrganisation, lockOrganisation } from "../organisations/store.ts";
import { inviteToRoom, makeRoom, removeFromRoom, tellRoom } from "../rooms/makeRoom.ts";
import { type RoomRow, roomOfOrganisation } from "../rooms/store.ts";

/** Every organisation has one room of its staff, made when the first of them comes. */
export async function joinOrganisationRoom(
  unit: Unit,
  organisationId: OrganisationId,
  userId: MatrixUserId,
  occasion: string,
): Promise<void> {
  const room =
    (await roomOfOrganisation(unit.tx, organisationId)) ?? (await openOrganisationRoom(unit, organisationId));
  await inviteToRoom(unit, room.id, userId, occasion);
}

async function openOrganisationRoom(unit: Unit, organisationId: OrganisationId): Promise<RoomRow> {
  await lockOrganisation(unit.tx, organisationId);
  const made = await roomOfOrganisation(unit.tx, organisationId);
  if (made) return made; // by somebody else while we waited for the lock
  const { name } = found(await loadOrganisation(unit.tx, organisationId));
  const room = await makeRoom(unit, "facility", { organisationId });
  await tellRoom(unit, room.id, { notice: "facilityOpened", organisationName: name }, organisationId);
  return room;
}

export async function leaveOrganisationRoom(
  unit: Unit,
  organisationId: OrganisationId,
  userId: MatrixUserId,
  occasion: string,
): Promise<void> {
  const room = await roomOfOrganisation(unit.tx, organisationId);
  if (room) await removeFromRoom(unit, room.id, userId, occasion);
}
