import type { OrganisationId } from "@tsunagi/contracts/ids";
import type { StaffMemberView } from "@tsunagi/contracts/rest/staff";
import { displayName, type Job } from "../kernel/actor.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { removeFromRoom, tellRoom } from "../rooms/makeRoom.ts";
import { roomOfTeam } from "../rooms/store.ts";
import { activeTeamsOfStaff, markLeft, membersOf, type TeamRow } from "../teams/store.ts";

interface Leaving {
  readonly job: Job;
  /** Makes the outbox keys; one for the whole act. */
  readonly occasion: string;
  /** Only teams somebody is in for this organisation. */
  readonly organisationId?: OrganisationId;
  /** Teams one may stay in. */
  readonly stays?: (team: TeamRow) => boolean;
}

/**
 * Takes somebody out of every team they are in. A team may be left without members, or without anybody who runs it:
 * whoever may open a team for the person then adds somebody.
 * @returns the number of teams left
 */
export async function leaveTeams(unit: StaffUnit, staff: StaffMemberView, leaving: Leaving): Promise<number> {
  const teams = await activeTeamsOfStaff(unit.tx, staff.id, leaving.organisationId);
  const left = teams.filter((team) => !leaving.stays?.(team));
  for (const team of left) await leaveTeam(unit, team, staff, leaving);
  return left.length;
}

async function leaveTeam(
  unit: StaffUnit,
  team: TeamRow,
  staff: StaffMemberView,
  { job, occasion }: Leaving,
): Promise<void> {
  const current = (await membersOf(unit.tx, team.id)).filter((member) => member.leftAt === null);
  const own = current.find((member) => member.staffId === staff.id);
  if (!own) return;
  const left = { leftAt: unit.now, removedById: unit.actor.staffId, leaveReason: "staffLeft" };
  await markLeft(unit.tx, [own.id], left);
  const room = await roomOfTeam(unit.tx, team.id);
  await removeFromRoom(unit, room.id, staff.userId, occasion);
  const member = { name: displayName(own), role: own.role, organisationName: own.organisationName };
  await tellRoom(unit, room.id, { notice: "memberLeft", member, by: null }, own.id);
  const detail = { staffId: staff.id };
  unit.audit({ action: "team.removeMember", job, personId: team.personId, subjectId: team.id, detail });
}
