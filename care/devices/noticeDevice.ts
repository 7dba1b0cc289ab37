import type { MatrixDeviceId, MatrixUserId, StaffId } from "@tsunagi/contracts/ids";
import { found } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { Unit } from "../kernel/unit.ts";
import { findStaffByUser } from "../staff/loadActor.ts";
import { loadStaff, shareStaff } from "../staff/store.ts";
import { type ApprovalRow, findApproval, insertApproval, markAdmitted, reopenApproval } from "./store.ts";

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

/** The same for somebody known. A device whose approval became void (suspension, identity reset) waits again. */
export async function noticeDeviceOf(unit: Unit, staffId: StaffId, device: SeenDevice): Promise<ApprovalRow> {
  await shareStaff(unit.tx, staffId);
  const { deviceId, fingerprint, displayName } = device;
  const known = await findApproval(unit.tx, staffId, deviceId, fingerprint);
  if (known) return known.state === "revoked" ? askAgain(unit, known) : known;
  const row = {
    id: newId("apv"),
    staffId,
    deviceId,
    fingerprint,
    displayName,
    state: "waiting" as const,
    requestedAt: unit.now,
  };
  if (!(await insertApproval(unit.tx, row))) return found(await findApproval(unit.tx, staffId, deviceId, fingerprint));
  unit.audit({ action: "device.seen", subjectId: row.id, detail: { staffId, deviceId } });
  return { ...row, replaceUntil: null, admittedAt: null };
}

async function askAgain(unit: Unit, known: ApprovalRow): Promise<ApprovalRow> {
  const { status } = found(await loadStaff(unit.tx, known.staffId));
  if (status !== "active" && status !== "invited") return known;
  await reopenApproval(unit.tx, known.id, unit.now);
  const { staffId, deviceId } = known;
  unit.audit({ action: "device.seen", subjectId: known.id, detail: { staffId, deviceId, again: true } });
  return { ...known, state: "waiting", requestedAt: unit.now, replaceUntil: null };
}

/**
 * The keeper trusts this device now, by its owner's signature or an administrator's approval. What an administrator
 * refused stays refused, and a suspended person's devices stay out.
 * @returns true the first time: it is to get the history
 */
export async function admitDevice(unit: Unit, device: SeenDevice): Promise<boolean> {
  const staffId = await findStaffByUser(unit.tx, device.userId);
  if (!staffId) return false;
  const { id, state, admittedAt } = await noticeDeviceOf(unit, staffId, device);
  if (admittedAt || state === "rejected" || state === "revoked") return false;
  await markAdmitted(unit.tx, id, unit.now);
  unit.audit({ action: "device.admit", subjectId: id, detail: { staffId, deviceId: device.deviceId } });
  return true;
}
