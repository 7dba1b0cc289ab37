import type { MatrixDeviceId, MatrixUserId, StaffId } from "@tsunagi/contracts/ids";
import { found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { endSubscriptionsOf } from "../notices/devices/store.ts";
import { accountLane } from "../outbox/messages.ts";
import { deleteSessionsOf } from "../session/store.ts";
import { authoriseAccount } from "../staff/authority.ts";
import { loadStaff } from "../staff/store.ts";

/** Signs a device of one's own out, at once: a lost telephone, a shared computer. */
export async function signOutDevice(unit: StaffUnit, input: { deviceId: MatrixDeviceId }): Promise<{ done: true }> {
  const { staffId, userId } = unit.actor;
  await endDevice(unit, { staffId, userId, deviceId: input.deviceId });
  unit.audit({ action: "device.signOut", subjectId: staffId, detail: { deviceId: input.deviceId } });
  return { done: true };
}

/**
 * Whose devices an administrator wants to see: to sign a lost one out for somebody who cannot.
 * @throws CareError forbidden when the account is another administrator's matter
 */
export async function reviewDevicesOf(unit: StaffUnit, input: { staffId: StaffId }): Promise<MatrixUserId> {
  const staff = found(await loadStaff(unit.tx, input.staffId));
  const job = await authoriseAccount(unit, "device.approve", staff);
  unit.audit({ action: "device.review", job, subjectId: staff.id });
  return staff.userId;
}

/** The same act by the administrator of the person's organisation. @throws CareError forbidden */
export async function signOutDeviceOf(
  unit: StaffUnit,
  input: { staffId: StaffId; deviceId: MatrixDeviceId },
): Promise<{ done: true }> {
  const staff = found(await loadStaff(unit.tx, input.staffId));
  const job = await authoriseAccount(unit, "device.approve", staff);
  const { deviceId } = input;
  await endDevice(unit, { staffId: staff.id, userId: staff.userId, deviceId });
  unit.audit({ action: "device.signOut", job, subjectId: staff.id, detail: { deviceId } });
  return { done: true };
}

interface Ended {
  readonly staffId: StaffId;
  readonly userId: MatrixUserId;
  readonly deviceId: MatrixDeviceId;
}

async function endDevice(unit: StaffUnit, { staffId, userId, deviceId }: Ended): Promise<void> {
  await deleteSessionsOf(unit.tx, staffId, deviceId);
  await endSubscriptionsOf(unit.tx, { staffId, deviceId }, unit.now, "signedOut");
  const key = `device.signOut:${staffId}:${deviceId}:${unit.now.getTime()}`;
  await unit.send({ kind: "device.signOut", lane: accountLane(userId), key, payload: { userId, deviceId } });
}
