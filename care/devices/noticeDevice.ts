import type { MatrixDeviceId, MatrixUserId, StaffId } from "@tsunagi/contracts/ids";
import { newId } from "../kernel/ids.ts";
import type { Unit } from "../kernel/unit.ts";
import { findStaffByUser } from "../staff/loadActor.ts";
import { type ApprovalRow, findApproval, insertApproval } from "./store.ts";

export interface SeenDevice {
  readonly userId: MatrixUserId;
  readonly deviceId: MatrixDeviceId;
  /** The device's Ed25519 key, unpadded base64. */
  readonly fingerprint: string;
  readonly displayName: string;
}

/** A device nobody vouches for has appeared: it waits in the administrator's list. Seeing it again changes nothing. */
export async function noticeDevice(unit: Unit, device: SeenDevice): Promise<ApprovalRow | null> {
  const staffId = await findStaffByUser(unit.tx, device.userId);
  if (!staffId) return null;
  return noticeDeviceOf(unit, staffId, device);
}

export async function noticeDeviceOf(unit: Unit, staffId: StaffId, device: SeenDevice): Promise<ApprovalRow> {
  const { deviceId, fingerprint, displayName } = device;
  const known = await findApproval(unit.tx, staffId, deviceId, fingerprint);
  if (known) return known;
  const row = {
    id: newId("apv"),
    staffId,
    deviceId,
    fingerprint,
    displayName,
    state: "waiting" as const,
    requestedAt: unit.now,
  };
  await insertApproval(unit.tx, row);
  unit.audit({ action: "device.seen", subjectId: row.id, detail: { staffId, deviceId } });
  return { ...row, replaceUntil: null };
}
