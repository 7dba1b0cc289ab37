import { createHash, randomBytes } from "node:crypto";
import type { MatrixDeviceId, MatrixUserId, StaffId } from "@tsunagi/contracts/ids";
import { CareError } from "../kernel/errors.ts";
import type { Unit } from "../kernel/unit.ts";
import { endSubscriptionsOf } from "../notices/devices/store.ts";
import { findStaffByUser, loadActor } from "../staff/loadActor.ts";
import { shareStaff } from "../staff/store.ts";
import { deleteSession, insertSession, loadSession, type SessionRow, touchSession } from "./store.ts";

/** A session renews itself when this part of its time has passed. */
const RENEW_AFTER = 0.25;

const hashOf = (token: string): Uint8Array<ArrayBuffer> => Uint8Array.from(createHash("sha256").update(token).digest());

/**
 * Opens a session for a device that has proven itself. Only the token's hash is kept.
 * @throws CareError signInRefused for somebody unknown, accountSuspended
 */
export async function openSession(
  unit: Unit,
  input: { userId: MatrixUserId; deviceId: MatrixDeviceId },
): Promise<{ token: string; session: SessionRow }> {
  const staffId = await findStaffByUser(unit.tx, input.userId);
  if (!staffId) throw new CareError("signInRefused");
  await shareStaff(unit.tx, staffId);
  await loadActor(unit.tx, staffId);
  const token = randomBytes(32).toString("base64url");
  const session: SessionRow = {
    tokenHash: hashOf(token),
    staffId,
    deviceId: input.deviceId,
    csrfToken: randomBytes(24).toString("base64url"),
    createdAt: unit.now,
    lastSeenAt: unit.now,
    expiresAt: expiry(unit),
  };
  await insertSession(unit.tx, session);
  unit.audit({ action: "session.open", subjectId: staffId, detail: { deviceId: input.deviceId } });
  return { token, session };
}

/** The session a token stands for, renewed while it is used; null when there is none or it has run out. */
export async function findSession(unit: Unit, token: string): Promise<SessionRow | null> {
  const session = await loadSession(unit.tx, hashOf(token));
  if (!session || session.expiresAt <= unit.now) return null;
  const age = unit.now.getTime() - session.lastSeenAt.getTime();
  if (age < unit.settings.sessionMinutes * 60_000 * RENEW_AFTER) return session;
  const expiresAt = expiry(unit);
  await touchSession(unit.tx, session.tokenHash, unit.now, expiresAt);
  return { ...session, lastSeenAt: unit.now, expiresAt };
}

/** Signing out also ends this device's pushes. */
export async function closeSession(unit: Unit, input: { token: string; staffId: StaffId }): Promise<void> {
  const { token, staffId } = input;
  const session = await loadSession(unit.tx, hashOf(token));
  if (session) await endSubscriptionsOf(unit.tx, { staffId, deviceId: session.deviceId }, unit.now, "signedOut");
  await deleteSession(unit.tx, hashOf(token));
  unit.audit({ action: "session.close", subjectId: input.staffId });
}

const expiry = (unit: Unit): Date => new Date(unit.now.getTime() + unit.settings.sessionMinutes * 60_000);
