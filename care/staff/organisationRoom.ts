import type { MatrixUserId, OrganisationId } from "@tsunagi/contracts/ids";
import { found } from "../kernel/errors.ts";
import type { Unit } from "../kernel/unit.ts";
import { loadOrganisation } from "../organisations/store.ts";
import { inviteToRoom, makeRoom, removeFromRoom, tellRoom } from "../rooms/makeRoom.ts";
import { roomOfOrganisation } from "../rooms/store.ts";

/** Every organisation has one room of its staff, made when the first of them comes. */
export async function joinOrganisationRoom(
  unit: Unit,
  organisationId: OrganisationId,
  userId: MatrixUserId,
  occasion: string,
): Promise<void> {
  let room = await roomOfOrganisation(unit.tx, organisationId);
  if (!room) {
    const { name } = found(await loadOrganisation(unit.tx, organisationId));
    room = await makeRoom(unit, "facility", { organisationId });
    await tellRoom(unit, room.id, { notice: "facilityOpened", organisationName: name }, organisationId);
  }
  await inviteToRoom(unit, room.id, userId, occasion);
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
