import type { OrganisationId } from "@tsunagi/contracts/ids";
import type { StaffMemberView } from "@tsunagi/contracts/rest/staff";
import type { Unit } from "../kernel/unit.ts";
import { removeFromRoom } from "../rooms/makeRoom.ts";
import { leaveLetters, roomsOfLetters } from "./store.ts";

/** Somebody's work somewhere has ended: what they wrote and got for it is not theirs to read any more. */
export async function leaveMail(
  unit: Unit,
  staff: Pick<StaffMemberView, "id" | "userId">,
  occasion: string,
  organisationId?: OrganisationId,
): Promise<void> {
  const rooms = await roomsOfLetters(unit.tx, staff.id, organisationId);
  await leaveLetters(unit.tx, staff.id, unit.now, organisationId);
  const stays = new Set(await roomsOfLetters(unit.tx, staff.id));
  for (const room of rooms)
    if (!stays.has(room)) await removeFromRoom(unit, room, staff.userId, `${occasion}:${staff.id}`);
}
