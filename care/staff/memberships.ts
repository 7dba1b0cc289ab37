import type { Role } from "@tsunagi/contracts/codes/roles";
import type { MembershipId, OrganisationId, StaffId } from "@tsunagi/contracts/ids";
import type { StaffMemberView } from "@tsunagi/contracts/rest/staff";
import { CareError, found } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { refuseHigherRole } from "./createStaff.ts";
import { leaveTeamsOf } from "./leaveRooms.ts";
import { joinOrganisationRoom, leaveOrganisationRoom } from "./organisationRoom.ts";
import { endMemberships, insertMembership, loadMembership, loadStaff } from "./store.ts";

/** Gives somebody who has an account a role at this organisation too. */
export async function addMembership(
  unit: StaffUnit,
  input: { organisationId: OrganisationId; staffId: StaffId; role: Role },
): Promise<StaffMemberView> {
  const { organisationId, staffId, role } = input;
  const job = await authorise(unit, "staff.manage", { organisationIds: [organisationId] });
  refuseHigherRole(unit, role);
  const staff = found(await loadStaff(unit.tx, staffId));
  if (staff.status === "left") throw new CareError("staffNotActive");
  const here = staff.memberships.filter((membership) => membership.organisationId === organisationId);
  if (here.some((membership) => membership.role === role)) throw new CareError("alreadyMember");
  const id = newId("mbr");
  await insertMembership(unit.tx, { id, staffId, organisationId, role, grantedById: unit.actor.staffId });
  if (here.length === 0) await joinOrganisationRoom(unit, organisationId, staff.userId, id);
  unit.audit({ action: "staff.addMembership", job, subjectId: staffId, detail: { role, organisationId } });
  return found(await loadStaff(unit.tx, staffId));
}

/** Ends one role. With the last one at an organisation go its room and the teams one was in for it. */
export async function endMembership(unit: StaffUnit, input: { membershipId: MembershipId }): Promise<{ done: true }> {
  const { membershipId } = input;
  const membership = found(await loadMembership(unit.tx, membershipId));
  const { staffId, organisationId } = membership;
  const job = await authorise(unit, "staff.manage", { organisationIds: [organisationId] });
  await endMemberships(unit.tx, { id: membershipId }, unit.now);
  const staff = found(await loadStaff(unit.tx, staffId));
  unit.audit({
    action: "staff.endMembership",
    job,
    subjectId: staffId,
    detail: { role: membership.role, organisationId },
  });
  if (!staff.memberships.some((left) => left.organisationId === organisationId)) {
    await leaveTeamsOf(unit, staffId, staff.userId, membershipId, organisationId);
    await leaveOrganisationRoom(unit, organisationId, staff.userId, membershipId);
  }
  return { done: true };
}
