import { roles } from "@tsunagi/contracts/codes/roles";
import type { OrganisationId, StaffId } from "@tsunagi/contracts/ids";
import { displayName, type Job } from "../kernel/actor.ts";
import { CareError, found } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { inviteToRoom, tellRoom } from "../rooms/makeRoom.ts";
import type { NamedMember } from "../rooms/notices.ts";
import { roomOfTeam } from "../rooms/store.ts";
import { loadStaff, shareStaff } from "../staff/store.ts";
import { chooseRole } from "./rules.ts";
import { insertMember, membersOf, type TeamRow } from "./store.ts";

export interface Admission {
  readonly staffId: StaffId;
  readonly organisationId: OrganisationId;
}

/**
 * Lets one professional into a team: member row, invitation with the history, a line in the room.
 * @throws CareError staffNotActive, noCareRole, roleNotAllowed, alreadyMember
 */
export async function admit(
  unit: StaffUnit,
  team: TeamRow,
  admission: Admission,
  job: Job,
  quiet = false,
): Promise<void> {
  const { staffId, organisationId } = admission;
  await shareStaff(unit.tx, staffId);
  const staff = found(await loadStaff(unit.tx, staffId));
  if (staff.status !== "active" && staff.status !== "invited") throw new CareError("staffNotActive");
  const held = staff.memberships.filter((membership) => membership.organisationId === organisationId);
  if (held.length === 0) throw new CareError("staffNotActive");
  const choice = chooseRole(
    team.kind,
    held.map(({ role }) => role),
  );
  if ("refused" in choice) {
    throw new CareError(choice.refused, { role: choice.role ? roles.label(choice.role, "ja") : "" });
  }
  const members = await membersOf(unit.tx, team.id);
  if (members.some((member) => member.staffId === staffId && member.leftAt === null))
    throw new CareError("alreadyMember");

  const id = newId("mbr");
  const { role } = choice;
  const addedById = unit.actor.staffId;
  await insertMember(unit.tx, { id, teamId: team.id, staffId, organisationId, role, addedById, joinedAt: unit.now });
  const room = await roomOfTeam(unit.tx, team.id);
  await inviteToRoom(unit, room.id, staff.userId, id);
  unit.audit({
    action: "team.addMember",
    job,
    personId: team.personId,
    subjectId: team.id,
    detail: { staffId, organisationId, role },
  });
  if (quiet) return;
  const name = displayName(staff);
  const member: NamedMember = { name, role, organisationName: held[0]?.organisationName ?? "" };
  await tellRoom(unit, room.id, { notice: "memberAdded", member, by: nameActor(unit, job) }, id);
}

/** The one who acts, as a notice names them. */
export const nameActor = (unit: StaffUnit, job: Job): NamedMember => ({
  name: displayName(unit.actor),
  role: job.role,
  organisationName: job.organisationName,
});
