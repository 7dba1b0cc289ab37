import type { StaffId } from "@tsunagi/contracts/ids";
import type { StaffMemberView } from "@tsunagi/contracts/rest/staff";
import { revokeApprovals } from "../devices/store.ts";
import type { Job } from "../kernel/actor.ts";
import { CareError, found } from "../kernel/errors.ts";
import { newInitialPassword } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { accountLane } from "../outbox/messages.ts";
import { authorise } from "../permissions/authorise.ts";
import { deleteSessionsOf } from "../session/store.ts";
import { leaveTeamsOf } from "./leaveRooms.ts";
import { joinOrganisationRoom, leaveOrganisationRoom } from "./organisationRoom.ts";
import { endMemberships, loadStaff, updateStaff } from "./store.ts";

type Target = { staffId: StaffId };

/** Suspends somebody: every device signed out, every room left, every approval void, at once. */
export async function suspendStaff(unit: StaffUnit, input: Target & { reason: string }): Promise<StaffMemberView> {
  const { staff, job } = await managed(unit, input.staffId);
  if (staff.status === "suspended" || staff.status === "left") throw new CareError("staffNotActive");
  await updateStaff(unit.tx, staff.id, { status: "suspended", suspendedAt: unit.now });
  const teams = await cutOff(unit, staff, false);
  unit.audit({ action: "staff.suspend", job, subjectId: staff.id, detail: { teams } });
  return found(await loadStaff(unit.tx, staff.id));
}

/** Ends a suspension. Teams are not rejoined by themselves, and devices need approval again. */
export async function resumeStaff(unit: StaffUnit, input: Target): Promise<StaffMemberView> {
  const { staff, job } = await managed(unit, input.staffId);
  if (staff.status !== "suspended") throw new CareError("staffNotActive");
  await updateStaff(unit.tx, staff.id, { status: staff.mustChangePassword ? "invited" : "active", suspendedAt: null });
  const occasion = `resume:${staff.id}:${unit.now.getTime()}`;
  const { userId } = staff;
  await unit.send({
    kind: "account.unlock",
    lane: accountLane(userId),
    key: `account.unlock:${occasion}`,
    payload: { userId },
  });
  for (const organisationId of new Set(staff.memberships.map((membership) => membership.organisationId))) {
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
  const teams = await cutOff(unit, staff, true);
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
  const key = `account.password:${staff.id}:${unit.now.getTime()}`;
  const payload = { userId, password: initialPassword, signOut: true };
  await unit.send({ kind: "account.password", lane: accountLane(userId), key, payload });
  unit.audit({ action: "staff.resetPassword", job, subjectId: staff.id });
  return { initialPassword };
}

async function managed(unit: StaffUnit, staffId: StaffId): Promise<{ staff: StaffMemberView; job: Job }> {
  const staff = found(await loadStaff(unit.tx, staffId));
  const organisationIds = staff.memberships.map((membership) => membership.organisationId);
  const job = await authorise(unit, "staff.manage", { organisationIds });
  return { staff, job };
}

async function cutOff(unit: StaffUnit, staff: StaffMemberView, permanent: boolean): Promise<number> {
  const { id, userId } = staff;
  const occasion = `cut:${id}:${unit.now.getTime()}`;
  const payload = { userId, permanent };
  await unit.send({ kind: "account.lock", lane: accountLane(userId), key: `account.lock:${occasion}`, payload });
  await deleteSessionsOf(unit.tx, id);
  await revokeApprovals(unit.tx, id, unit.now);
  const teams = await leaveTeamsOf(unit, id, userId, occasion);
  for (const organisationId of new Set(staff.memberships.map((membership) => membership.organisationId))) {
    await leaveOrganisationRoom(unit, organisationId, userId, occasion);
  }
  return teams;
}
