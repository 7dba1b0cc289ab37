import type { MatrixUserId, OrganisationId, StaffId } from "@tsunagi/contracts/ids";
import type { StaffUnit } from "../kernel/unit.ts";
import { removeFromRoom } from "../rooms/makeRoom.ts";
import { roomOfTeam } from "../rooms/store.ts";
import { activeTeamsOfStaff, markLeft, membersOf } from "../teams/store.ts";

/**
 * Takes somebody out of every team they are in, or of those they are in for one organisation. A team may be left
 * without members; an administrator of the person's organisation then adds somebody.
 * @returns the number of teams left
 */
export async function leaveTeamsOf(
  unit: StaffUnit,
  staffId: StaffId,
  userId: MatrixUserId,
  occasion: string,
  organisationId?: OrganisationId,
): Promise<number> {
  const teams = await activeTeamsOfStaff(unit.tx, staffId, organisationId);
  for (const team of teams) {
    const members = await membersOf(unit.tx, team.id);
    const own = members.filter((member) => member.staffId === staffId && member.leftAt === null).map(({ id }) => id);
    const left = { leftAt: unit.now, removedById: unit.actor.staffId, leaveReason: "staffLeft" };
    await markLeft(unit.tx, own, left);
    await removeFromRoom(unit, (await roomOfTeam(unit.tx, team.id)).id, userId, `${occasion}:${unit.now.getTime()}`);
    unit.audit({ action: "team.removeMember", personId: team.personId, subjectId: team.id, detail: { staffId } });
  }
  return teams.length;
}
