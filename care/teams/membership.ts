import type { StaffId, TeamId } from "@tsunagi/contracts/ids";
import type { TeamView } from "@tsunagi/contracts/rest/teams";
import { requireTeamConsent } from "../consent/requireConsent.ts";
import { displayName, type Job } from "../kernel/actor.ts";
import { CareError, found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { lockPerson } from "../people/store.ts";
import { authorise } from "../permissions/authorise.ts";
import { reachOf } from "../permissions/table.ts";
import { removeFromRoom, tellRoom } from "../rooms/makeRoom.ts";
import { roomOfTeam } from "../rooms/store.ts";
import { staffByIds } from "../staff/store.ts";
import { type Admission, admit, nameActor } from "./admit.ts";
import { sealReason } from "./reasons.ts";
import { loadTeam, markLeft, membersOf, type TeamRow } from "./store.ts";
import { viewTeam } from "./viewTeam.ts";

/** The team, locked with its person; closed teams are refused. */
export async function lockActiveTeam(unit: StaffUnit, id: TeamId): Promise<TeamRow> {
  const { personId } = found(await loadTeam(unit.tx, id));
  await lockPerson(unit.tx, personId);
  const team = found(await loadTeam(unit.tx, id));
  if (team.state === "closed") throw new CareError("teamClosed");
  return team;
}

/**
 * Adds a professional in the role they have at an organisation. When nobody is left in the team who could do so
 * (suspended, gone), whoever may open a team for the person may add somebody to this one, and so keep its room.
 */
export async function addTeamMember(unit: StaffUnit, input: { teamId: TeamId } & Admission): Promise<TeamView> {
  const team = await lockActiveTeam(unit, input.teamId);
  const permission = (await isLed(unit, team)) ? "team.manageMembers" : "team.open";
  const job = await authorise(unit, permission, { personId: team.personId });
  await requireTeamConsent(unit.tx, team.personId, team.kind);
  await admit(unit, team, input, job);
  return viewTeam(unit, team.id);
}

/** True when a member, in the job they are in the team for, may change its members. */
async function isLed(unit: StaffUnit, team: TeamRow): Promise<boolean> {
  const current = (await membersOf(unit.tx, team.id)).filter((member) => member.leftAt === null);
  const organisationOf = new Map<string, string>(current.map((member) => [member.staffId, member.organisationId]));
  const staff = await staffByIds(unit.tx, [...organisationOf.keys()]);
  const jobs = staff.flatMap(({ id, memberships }) =>
    memberships.filter(({ organisationId }) => organisationId === organisationOf.get(id)),
  );
  return jobs.some(({ role }) => reachOf(role, "team.manageMembers").has("team"));
}

/** Takes somebody out: they see nothing that comes after. */
export async function removeTeamMember(
  unit: StaffUnit,
  input: { teamId: TeamId; staffId: StaffId; reason: string },
): Promise<TeamView> {
  const team = await lockActiveTeam(unit, input.teamId);
  const job = await authorise(unit, "team.manageMembers", { personId: team.personId });
  const words = await sealReason(unit, team.personId, team.id, input.reason);
  await dismiss(unit, team, input.staffId, { job, reason: words });
  return viewTeam(unit, team.id);
}

/** Leaves a team oneself. */
export async function leaveTeam(unit: StaffUnit, input: { teamId: TeamId }): Promise<{ left: true }> {
  const team = await lockActiveTeam(unit, input.teamId);
  const job = await authorise(unit, "team.read", { personId: team.personId });
  await dismiss(unit, team, unit.actor.staffId, { job, reason: "" });
  return { left: true };
}

/**
 * Takes one member out of team and room.
 * @param reason a code of the hub's own (`convert`), or sealed words
 * @throws CareError notMember, lastMember
 */
export async function dismiss(
  unit: StaffUnit,
  team: TeamRow,
  staffId: StaffId,
  { job, reason }: { job: Job; reason: string },
): Promise<void> {
  const current = (await membersOf(unit.tx, team.id)).filter((member) => member.leftAt === null);
  const member = current.find((candidate) => candidate.staffId === staffId);
  if (!member) throw new CareError("notMember");
  if (current.length === 1) throw new CareError("lastMember");
  const removedById = unit.actor.staffId;
  await markLeft(unit.tx, [member.id], { leftAt: unit.now, removedById, leaveReason: reason });
  const room = await roomOfTeam(unit.tx, team.id);
  await removeFromRoom(unit, room.id, member.userId, member.id);
  const named = {
    name: displayName(member),
    role: member.role,
    organisationName: member.organisationName,
  };
  const by = staffId === unit.actor.staffId ? null : nameActor(unit, job);
  await tellRoom(unit, room.id, { notice: "memberLeft", member: named, by }, member.id);
  const { personId } = team;
  unit.audit({ action: "team.removeMember", job, personId, subjectId: team.id, detail: { staffId } });
}
