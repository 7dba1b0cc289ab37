import { deviceCode } from "@tsunagi/contracts/deviceCode";
import type { DeviceApprovalId } from "@tsunagi/contracts/ids";
import type { DeviceRequest } from "@tsunagi/contracts/rest/devices";
import type { StaffMemberView } from "@tsunagi/contracts/rest/staff";
import type { Job } from "../kernel/actor.ts";
import { CareError, found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { accountLane } from "../outbox/messages.ts";
import { authorise } from "../permissions/authorise.ts";
import { reachOf } from "../permissions/table.ts";
import { loadStaff, staffByIds, toColleague } from "../staff/store.ts";
import { type ApprovalRow, decideApproval, loadApproval, loadIdentity, waitingApprovals } from "./store.ts";

/** Devices that wait for an administrator. Their codes are not shown: the person reads the code out. */
export async function listDeviceRequests(unit: StaffUnit): Promise<{ requests: DeviceRequest[] }> {
  const allowed = unit.actor.jobs.filter((job) => reachOf(job.role, "device.approve").size > 0);
  const [job] = allowed;
  if (!job) throw new CareError("forbidden", {}, { denied: { action: "device.approve" } });
  const everywhere = allowed.some(({ role }) => reachOf(role, "device.approve").has("anybody"));
  const rows = await waitingApprovals(unit.tx, everywhere ? null : allowed.map(({ organisationId }) => organisationId));
  const staff = new Map(
    (
      await staffByIds(
        unit.tx,
        rows.map((row) => row.staffId),
      )
    ).map((member) => [member.id, member]),
  );
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
 * @throws CareError codeMismatch, approvalDecided, forbidden
 */
export async function approveDevice(
  unit: StaffUnit,
  input: { approvalId: DeviceApprovalId; code: string },
): Promise<{ done: true }> {
  const { row, staff, job } = await waiting(unit, input.approvalId);
  const typed = input.code.replaceAll(/[\s　-]/g, "").normalize("NFKC");
  const expected = await deviceCode(staff.userId, row.deviceId, row.fingerprint);
  if (typed !== expected && typed !== row.fingerprint) {
    throw new CareError("codeMismatch", {}, { denied: { action: "device.approve", subjectId: row.id } });
  }
  const replaceUntil = new Date(unit.now.getTime() + unit.settings.identityReplacementMinutes * 60_000);
  const decidedById = unit.actor.staffId;
  await decideApproval(unit.tx, row.id, { state: "approved", decidedAt: unit.now, decidedById, replaceUntil });
  const { userId } = staff;
  const payload = { userId, deviceId: row.deviceId, fingerprint: row.fingerprint };
  await unit.send({ kind: "device.trust", lane: accountLane(userId), key: `device.trust:${row.id}`, payload });
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
  const row = found(await loadApproval(unit.tx, id));
  const staff = found(await loadStaff(unit.tx, row.staffId));
  const organisationIds = staff.memberships.map((membership) => membership.organisationId);
  const job = await authorise(unit, "device.approve", { organisationIds });
  if (row.state !== "waiting") throw new CareError("approvalDecided");
  return { row, staff, job };
}
