import type { MatrixDeviceId } from "@tsunagi/contracts/ids";
import type { StaffUnit } from "../kernel/unit.ts";
import { accountLane } from "../outbox/messages.ts";
import { deleteSessionsOf } from "../session/store.ts";

/** Signs a device of one's own out, at once: a lost telephone, a shared computer. */
export async function signOutDevice(unit: StaffUnit, input: { deviceId: MatrixDeviceId }): Promise<{ done: true }> {
  const { deviceId } = input;
  const { staffId, userId } = unit.actor;
  await deleteSessionsOf(unit.tx, staffId, deviceId);
  const key = `device.signOut:${staffId}:${deviceId}:${unit.now.getTime()}`;
  await unit.send({ kind: "device.signOut", lane: accountLane(userId), key, payload: { userId, deviceId } });
  unit.audit({ action: "device.signOut", subjectId: staffId, detail: { deviceId } });
  return { done: true };
}
