import { deviceCode } from "@tsunagi/contracts/deviceCode";
import type { MatrixUserId, StaffId } from "@tsunagi/contracts/ids";
import { CareError, found } from "../kernel/errors.ts";
import type { Unit } from "../kernel/unit.ts";
import { accountLane } from "../outbox/messages.ts";
import { loadStaff, staffIdOfLogin } from "../staff/store.ts";
import { type ApprovalRow, decideApproval, waitingApprovals } from "./store.ts";

/**
 * Approves a waiting device when the code is its own, and has the keeper trust it. The caller has asked for the right.
 * @throws CareError codeMismatch
 */
export async function vouchByCode(
  unit: Unit,
  input: { row: ApprovalRow; userId: MatrixUserId; code: string; decidedById: StaffId | null },
): Promise<void> {
  const { row, userId, decidedById } = input;
  const typed = input.code.normalize("NFKC").replaceAll(/[\s-]/g, "");
  const expected = await deviceCode(userId, row.deviceId, row.fingerprint);
  if (typed !== expected && typed !== row.fingerprint) {
    throw new CareError("codeMismatch", {}, { denied: { action: "device.approve", subjectId: row.id } });
  }
  const replaceUntil = new Date(unit.now.getTime() + unit.settings.identityReplacementMinutes * 60_000);
  await decideApproval(unit.tx, row.id, { state: "approved", decidedAt: unit.now, decidedById, replaceUntil });
  const payload = { userId, deviceId: row.deviceId, fingerprint: row.fingerprint };
  const key = `device.trust:${row.id}:${unit.now.getTime()}`;
  await unit.send({ kind: "device.trust", lane: accountLane(userId), key, payload });
}

/** Whoever runs the server approves a device of an administrator who has lost every other one. */
export async function approveDeviceAsOperator(unit: Unit, input: { loginName: string; code: string }): Promise<void> {
  const staffId = found(await staffIdOfLogin(unit.tx, input.loginName));
  const { userId } = found(await loadStaff(unit.tx, staffId));
  const rows = (await waitingApprovals(unit.tx)).filter((row) => row.staffId === staffId);
  for (const row of rows) {
    const codes = [await deviceCode(userId, row.deviceId, row.fingerprint), row.fingerprint];
    if (!codes.includes(input.code.normalize("NFKC").replaceAll(/[\s-]/g, ""))) continue;
    await vouchByCode(unit, { row, userId, code: input.code, decidedById: null });
    unit.audit({ action: "device.approve", subjectId: row.id, detail: { staffId, byOperator: true } });
    return;
  }
  throw new CareError("codeMismatch", {}, { denied: { action: "device.approve", subjectId: staffId } });
}
