import type { DeviceApprovalId } from "@tsunagi/contracts/ids";
import type { DeviceRequest } from "@tsunagi/contracts/rest/devices";
import type { StaffMemberView } from "@tsunagi/contracts/rest/staff";
import type { Job } from "../kernel/actor.ts";
import { CareError, found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { accountLane } from "../outbox/messages.ts";
import { reachOf } from "../permissions/table.ts";
import { authoriseAccount } from "../staff/authority.ts";
import { homeOrganisations, loadStaff, shareStaff, staffByIds, toColleague } from "../staff/store.ts";
import {
  type ApprovalRow,
  decideApproval,
  loadApproval,
  loadIdentity,
  lockApproval,
  waitingApprovals,
} from "./store.ts";
import { vouchByCode } from "./vouch.ts";

/**
 * Devices that wait, of people whose accounts are this administrator's matter. Their codes are not shown: the person
 * reads the code out.
 */
export async function listDeviceRequests(unit: StaffUnit): Promise<{ requests: DeviceRequest[] }> {
  const allowed = unit.actor.jobs.filter((job) => reachOf(job.role, "device.approve").size > 0);
  const [job] = allowed;
  if (!job) throw new CareError("forbidden", {}, { denied: { action: "device.approve" } });
  const everywhere = allowed.some(({ role }) => reachOf(role, "device.approve").has("anybody"));
  const waitingRows = await waitingApprovals(unit.tx);
  const staffIds = [...new Set(waitingRows.map((row) => row.staffId))];
  const homes = await homeOrganisations(unit.tx, staffIds);
  const mine = allowed.map(({ organisationId }) => organisationId);
  const rows = waitingRows.filter(({ staffId }) => {
    const home = homes.get(staffId);
    return everywhere || (home !== undefined && mine.includes(home));
  });
  const staff = new Map((await staffByIds(unit.tx, staffIds)).map((member) => [member.id, member]));
  unit.audit({ action: "device.listRequests", job, detail: { waiting: rows.length } });
  const requests: DeviceRequest[] = [];
  for (const row of rows) {
    const member = found(staff.get(row.staffId));
    requests.push({
      id: row.id,
      staff: toColleague(member),
      deviceId: row.deviceId,
      displayName: row.displayName,
      requestedAt: row.requestedAt.toISOString(),
      identityReset: (await loadIdentity(unit.tx, row.staffId))?.state === "violated",
    });
  }
  return { requests };
}

/**
 * Approves a device by the code the person reads from its screen. For some minutes it may replace the person's
 * cross-signing identity, since the old keys may be lost with the old device.
 * @throws CareError codeMismatch, approvalDecided, forbidden; staffNotActive for somebody suspended meanwhile
 */
export async function approveDevice(
  unit: StaffUnit,
  input: { approvalId: DeviceApprovalId; code: string },
): Promise<{ done: true }> {
  const { row, staff, job } = await waiting(unit, input.approvalId);
  await vouchByCode(unit, { row, userId: staff.userId, code: input.code, decidedById: unit.actor.staffId });
  unit.audit({
    action: "device.approve",
    job,
    subjectId: row.id,
    detail: { staffId: staff.id, deviceId: row.deviceId },
  });
  return { done: true };
}

/** Refuses a device and signs it out. */
export async function rejectDevice(unit: StaffUnit, input: { approvalId: DeviceApprovalId }): Promise<{ done: true }> {
  const { row, staff, job } = await waiting(unit, input.approvalId);
  const decidedById = unit.actor.staffId;
  await decideApproval(unit.tx, row.id, { state: "rejected", decidedAt: unit.now, decidedById });
  const { userId } = staff;
  const payload = { userId, deviceId: row.deviceId };
  await unit.send({ kind: "device.signOut", lane: accountLane(userId), key: `device.signOut:${row.id}`, payload });
  unit.audit({
    action: "device.reject",
    job,
    subjectId: row.id,
    detail: { staffId: staff.id, deviceId: row.deviceId },
  });
  return { done: true };
}

async function waiting(
  unit: StaffUnit,
  id: DeviceApprovalId,
): Promise<{ row: ApprovalRow; staff: StaffMemberView; job: Job }> {
  const { staffId } = found(await loadApproval(unit.tx, id));
  await shareStaff(unit.tx, staffId);
  const row = found(await lockApproval(unit.tx, id));
  const staff = found(await loadStaff(unit.tx, staffId));
  const job = await authoriseAccount(unit, "device.approve", staff);
  if (row.state !== "waiting") throw new CareError("approvalDecided");
  if (staff.status !== "active" && staff.status !== "invited") throw new CareError("staffNotActive");
  return { row, staff, job };
}
