import type { MatrixDeviceId, MatrixUserId } from "@tsunagi/contracts/ids";
import type { Unit } from "../kernel/unit.ts";
import { findStaffByUser } from "../staff/loadActor.ts";
import { loadStaff } from "../staff/store.ts";
import { loadIdentity, replacingDevices } from "./store.ts";

/**
 * Whether a device may upload a cross-signing identity: for the first one after the password change, and for a device
 * an administrator has just approved. A refusal is recorded: it may be somebody with a stolen password.
 */
export async function identityReplacement(
  unit: Unit,
  device: { userId: MatrixUserId; deviceId: MatrixDeviceId },
): Promise<"allowed" | "refused"> {
  const staffId = await findStaffByUser(unit.tx, device.userId);
  if (!staffId) return "allowed";
  const staff = await loadStaff(unit.tx, staffId);
  const enrolled = (await loadIdentity(unit.tx, staffId)) !== null;
  const approved = await replacingDevices(unit.tx, staffId, unit.now);
  const allowed = enrolled
    ? approved.some(({ deviceId }) => deviceId === device.deviceId)
    : staff?.mustChangePassword === false;
  if (allowed) return "allowed";
  const detail = { staffId, deviceId: device.deviceId };
  unit.audit({ action: "device.replaceIdentity", outcome: "denied", subjectId: staffId, detail });
  return "refused";
}
