import type { MatrixDeviceId, MatrixUserId, StaffId } from "@tsunagi/contracts/ids";
import { displayName } from "../kernel/actor.ts";
import { found } from "../kernel/errors.ts";
import { newOccasion } from "../kernel/ids.ts";
import type { Unit } from "../kernel/unit.ts";
import { inviteToRoom, removeFromRoom, tellRoom } from "../rooms/makeRoom.ts";
import { roomIdsOf } from "../rooms/roomsOf.ts";
import { deleteSessionsOf } from "../session/store.ts";
import { findStaffByUser } from "../staff/loadActor.ts";
import { loadStaff, lockStaff } from "../staff/store.ts";
import { endReplacement, loadIdentity, markViolated, putIdentity, replacingDevices, revokeApprovals } from "./store.ts";

/** A cross-signing identity as the homeserver shows it now. */
export interface SeenIdentity {
  readonly userId: MatrixUserId;
  /** Public master key, unpadded base64. */
  readonly masterKey: string;
  /** Devices this identity has signed. */
  readonly signedDevices: readonly { readonly deviceId: MatrixDeviceId; readonly fingerprint: string }[];
}

/** `verify`: the keeper may vouch for it. `refuse`: nothing is shared with it. */
export type IdentityVerdict = "verify" | "refuse";

/**
 * What to make of somebody's identity. The first one after the password change is accepted (enrolment); the known
 * one stays; another one only if an administrator has just approved the device it signs. Anything else is a
 * violation: the person leaves every room until approved again, so that neither history nor live keys reach it.
 */
export async function judgeIdentity(unit: Unit, seen: SeenIdentity): Promise<IdentityVerdict> {
  const staffId = await findStaffByUser(unit.tx, seen.userId);
  if (!staffId) return "refuse";
  await lockStaff(unit.tx, staffId);
  const staff = found(await loadStaff(unit.tx, staffId));
  if (staff.status === "suspended" || staff.status === "left" || staff.mustChangePassword) return "refuse";
  const known = await loadIdentity(unit.tx, staffId);
  if (known?.masterKey === seen.masterKey && known.state === "verified") return "verify";
  if (!known) return accept(unit, staffId, seen, "device.enrol");
  const approved = await replacingDevices(unit.tx, staffId, unit.now);
  const vouchedFor = approved.some(({ deviceId, fingerprint }) =>
    seen.signedDevices.some((device) => device.deviceId === deviceId && device.fingerprint === fingerprint),
  );
  if (vouchedFor) {
    if (known.state === "violated") await readmit(unit, staffId, seen.userId);
    return accept(unit, staffId, seen, "device.replaceIdentity");
  }
  // Between uploading an identity and signing a device with it nobody can get a key by it: it is not judged yet.
  if (seen.signedDevices.length === 0) return "refuse";
  if (known.state !== "violated") await violation(unit, staffId, seen.userId);
  return "refuse";
}

async function accept(unit: Unit, staffId: StaffId, seen: SeenIdentity, action: string): Promise<IdentityVerdict> {
  await putIdentity(unit.tx, staffId, seen.masterKey, unit.now);
  await endReplacement(unit.tx, staffId);
  unit.audit({ action, subjectId: staffId, detail: { masterKey: seen.masterKey } });
  return "verify";
}

async function violation(unit: Unit, staffId: StaffId, userId: MatrixUserId): Promise<void> {
  await markViolated(unit.tx, staffId, unit.now);
  await deleteSessionsOf(unit.tx, staffId);
  await revokeApprovals(unit.tx, staffId, unit.now);
  unit.audit({ action: "device.identityViolation", subjectId: staffId });
  const staff = found(await loadStaff(unit.tx, staffId));
  const [job] = staff.memberships;
  const occasion = `violation:${newOccasion()}`;
  for (const { id } of await roomIdsOf(unit.tx, staffId)) {
    await removeFromRoom(unit, id, userId, occasion);
    if (!job) continue;
    const name = displayName(staff);
    const member = { name, role: job.role, organisationName: job.organisationName };
    await tellRoom(unit, id, { notice: "deviceTrouble", member }, occasion);
  }
}

async function readmit(unit: Unit, staffId: StaffId, userId: MatrixUserId): Promise<void> {
  const occasion = `readmit:${newOccasion()}`;
  for (const { id } of await roomIdsOf(unit.tx, staffId)) await inviteToRoom(unit, id, userId, occasion);
}
