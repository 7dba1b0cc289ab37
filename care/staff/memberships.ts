import type { Role } from "@tsunagi/contracts/codes/roles";
import type { MembershipId, OrganisationId, StaffId } from "@tsunagi/contracts/ids";
import type { StaffMemberView } from "@tsunagi/contracts/rest/staff";
import { CareError, found } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { leaveMail } from "../mail/leaveMail.ts";
import { leaveEnquiries } from "../negotiation/members.ts";
import { authorise } from "../permissions/authorise.ts";
import { reachOf } from "../permissions/table.ts";
import { chooseRole } from "../teams/rules.ts";
import { refuseHigherRole } from "./authority.ts";
import { leaveTeams } from "./leaveRooms.ts";
import { joinOrganisationRoom, leaveOrganisationRoom } from "./organisationRoom.ts";
import { endMemberships, insertMembership, loadMembership, loadStaff, lockStaff } from "./store.ts";

/** Gives somebody who has an account a role at this organisation too. Its room waits for a suspension to end. */
export async function addMembership(
  unit: StaffUnit,
  input: { organisationId: OrganisationId; staffId: StaffId; role: Role },
): Promise<StaffMemberView> {
  const { organisationId, staffId, role } = input;
  const job = await authorise(unit, "staff.manage", { organisationIds: [organisationId] });
  refuseHigherRole(unit, role);
  await lockStaff(unit.tx, staffId);
  const staff = found(await loadStaff(unit.tx, staffId));
  if (staff.status === "left") throw new CareError("staffNotActive");
  const here = staff.memberships.filter((membership) => membership.organisationId === organisationId);
  if (here.some((membership) => membership.role === role)) throw new CareError("alreadyMember");
  const id = newId("mbr");
  await insertMembership(unit.tx, { id, staffId, organisationId, role, grantedById: unit.actor.staffId });
  const joins = here.length === 0 && staff.status !== "suspended";
  if (joins) await joinOrganisationRoom(unit, organisationId, staff.userId, id);
  unit.audit({ action: "staff.addMembership", job, subjectId: staffId, detail: { role, organisationId } });
  return found(await loadStaff(unit.tx, staffId));
}

/**
 * Ends one role. With the last one at an organisation goes its room; with the last one that lets somebody be in a
 * team goes the team.
 * @throws CareError forbidden; notFound for a role that has ended already
 */
export async function endMembership(unit: StaffUnit, input: { membershipId: MembershipId }): Promise<{ done: true }> {
  const { membershipId } = input;
  const { staffId, organisationId } = found(await loadMembership(unit.tx, membershipId));
  const job = await authorise(unit, "staff.manage", { organisationIds: [organisationId] });
  await lockStaff(unit.tx, staffId);
  const { role, ended } = found(await loadMembership(unit.tx, membershipId));
  if (ended) throw new CareError("notFound");
  refuseHigherRole(unit, role);
  await endMemberships(unit.tx, { id: membershipId }, unit.now);
  unit.audit({ action: "staff.endMembership", job, subjectId: staffId, detail: { role, organisationId } });

  const staff = found(await loadStaff(unit.tx, staffId));
  const held = staff.memberships.filter((kept) => kept.organisationId === organisationId).map((kept) => kept.role);
  await leaveTeams(unit, staff, {
    job,
    occasion: membershipId,
    organisationId,
    stays: ({ kind }) => !("refused" in chooseRole(kind, held)),
  });
  if (!held.some((left) => reachOf(left, "negotiation.answer").size > 0 || reachOf(left, "negotiation.ask").size > 0))
    await leaveEnquiries(unit, staff, membershipId, organisationId);
  if (held.length === 0) {
    await leaveMail(unit, staff, membershipId, organisationId);
    await leaveOrganisationRoom(unit, organisationId, staff.userId, membershipId);
  }
  return { done: true };
}
