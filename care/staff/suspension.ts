import type { OrganisationId, StaffId } from "@tsunagi/contracts/ids";
import type { StaffMemberView } from "@tsunagi/contracts/rest/staff";
import { revokeApprovals } from "../devices/store.ts";
import type { Job } from "../kernel/actor.ts";
import { CareError, found } from "../kernel/errors.ts";
import { newInitialPassword, newOccasion } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { leaveMail } from "../mail/leaveMail.ts";
import { leaveEnquiries } from "../negotiation/members.ts";
import { accountLane } from "../outbox/messages.ts";
import { deleteSessionsOf } from "../session/store.ts";
import { authoriseAccount } from "./authority.ts";
import { leaveTeams } from "./leaveRooms.ts";
import { joinOrganisationRoom, leaveOrganisationRoom } from "./organisationRoom.ts";
import { endMemberships, loadStaff, lockStaff, updateStaff } from "./store.ts";

type Target = { staffId: StaffId };

/** Suspends somebody: every device signed out, every room left, every approval void, at once. */
export async function suspendStaff(unit: StaffUnit, input: Target & { reason: string }): Promise<StaffMemberView> {
  const { staff, job } = await managed(unit, input.staffId);
  if (staff.status === "suspended" || staff.status === "left") throw new CareError("staffNotActive");
  await updateStaff(unit.tx, staff.id, { status: "suspended", suspendedAt: unit.now });
  const teams = await cutOff(unit, staff, { job, permanent: false });
  unit.audit({ action: "staff.suspend", job, subjectId: staff.id, detail: { teams } });
  return found(await loadStaff(unit.tx, staff.id));
}

/** Ends a suspension. Teams are not rejoined by themselves, and devices need approval again. */
export async function resumeStaff(unit: StaffUnit, input: Target): Promise<StaffMemberView> {
  const { staff, job } = await managed(unit, input.staffId);
  if (staff.status !== "suspended") throw new CareError("staffNotActive");
  await updateStaff(unit.tx, staff.id, { status: staff.mustChangePassword ? "invited" : "active", suspendedAt: null });
  const occasion = `resume:${newOccasion()}`;
  const { userId } = staff;
  await unit.send({
    kind: "account.unlock",
    lane: accountLane(userId),
    key: `account.unlock:${occasion}`,
    payload: { userId },
  });
  for (const organisationId of organisationsOf(staff)) {
    await joinOrganisationRoom(unit, organisationId, userId, occasion);
  }
  unit.audit({ action: "staff.resume", job, subjectId: staff.id });
  return found(await loadStaff(unit.tx, staff.id));
}

/** Somebody leaves the network: like a suspension, for good. What they wrote stays under their name. */
export async function leaveNetwork(unit: StaffUnit, input: Target): Promise<StaffMemberView> {
  const { staff, job } = await managed(unit, input.staffId);
  if (staff.status === "left") throw new CareError("staffNotActive");
  await updateStaff(unit.tx, staff.id, { status: "left", leftAt: unit.now });
  const teams = await cutOff(unit, staff, { job, permanent: true });
  await endMemberships(unit.tx, { staffId: staff.id }, unit.now);
  unit.audit({ action: "staff.leave", job, subjectId: staff.id, detail: { teams } });
  return found(await loadStaff(unit.tx, staff.id));
}

/** Gives a new initial password, to be handed over and changed; every device is signed out. */
export async function resetPassword(unit: StaffUnit, input: Target): Promise<{ initialPassword: string }> {
  const { staff, job } = await managed(unit, input.staffId);
  if (staff.status === "suspended" || staff.status === "left") throw new CareError("staffNotActive");
  const initialPassword = newInitialPassword();
  await updateStaff(unit.tx, staff.id, { mustChangePassword: true });
  await deleteSessionsOf(unit.tx, staff.id);
  await revokeApprovals(unit.tx, staff.id, unit.now);
  const { userId } = staff;
  const key = `account.password:${newOccasion()}`;
  const payload = { userId, password: initialPassword, signOut: true };
  await unit.send({ kind: "account.password", lane: accountLane(userId), key, payload });
  unit.audit({ action: "staff.resetPassword", job, subjectId: staff.id });
  return { initialPassword };
}

async function managed(unit: StaffUnit, staffId: StaffId): Promise<{ staff: StaffMemberView; job: Job }> {
  await lockStaff(unit.tx, staffId);
  const staff = found(await loadStaff(unit.tx, staffId));
  return { staff, job: await authoriseAccount(unit, "staff.manage", staff) };
}

async function cutOff(
  unit: StaffUnit,
  staff: StaffMemberView,
  { job, permanent }: { job: Job; permanent: boolean },
): Promise<number> {
  const { id, userId } = staff;
  const occasion = `cut:${newOccasion()}`;
  const payload = { userId, permanent };
  await unit.send({ kind: "account.lock", lane: accountLane(userId), key: `account.lock:${occasion}`, payload });
  await deleteSessionsOf(unit.tx, id);
  await revokeApprovals(unit.tx, id, unit.now);
  const teams = await leaveTeams(unit, staff, { job, occasion });
  await leaveEnquiries(unit, staff, occasion);
  await leaveMail(unit, staff, occasion);
  for (const organisationId of organisationsOf(staff)) {
    await leaveOrganisationRoom(unit, organisationId, userId, occasion);
  }
  return teams;
}

/** Each once, in one order for everybody: rooms are locked while they are made. */
const organisationsOf = (staff: StaffMemberView): OrganisationId[] =>
  [...new Set(staff.memberships.map((membership) => membership.organisationId))].sort();
