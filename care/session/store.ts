import type { MatrixDeviceId, StaffId } from "@tsunagi/contracts/ids";
import type { Tx } from "../kernel/store.ts";

export interface SessionRow {
  readonly tokenHash: Uint8Array<ArrayBuffer>;
  readonly staffId: StaffId;
  readonly deviceId: MatrixDeviceId;
  readonly csrfToken: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

export async function insertSession(tx: Tx, session: SessionRow): Promise<void> {
  await tx.session.create({ data: session });
}

export async function loadSession(tx: Tx, tokenHash: Uint8Array<ArrayBuffer>): Promise<SessionRow | null> {
  return (await tx.session.findUnique({ where: { tokenHash } })) as SessionRow | null;
}

export async function touchSession(
  tx: Tx,
  tokenHash: Uint8Array<ArrayBuffer>,
  at: Date,
  expiresAt: Date,
): Promise<void> {
  await tx.session.updateMany({ where: { tokenHash }, data: { lastSeenAt: at, expiresAt } });
}

export async function deleteSession(tx: Tx, tokenHash: Uint8Array<ArrayBuffer>): Promise<void> {
  await tx.session.deleteMany({ where: { tokenHash } });
}

/** All sessions of somebody, or those of one device. */
export async function deleteSessionsOf(tx: Tx, staffId: StaffId, deviceId?: MatrixDeviceId): Promise<void> {
  await tx.session.deleteMany({ where: { staffId, ...(deviceId ? { deviceId } : {}) } });
}

export async function deleteExpired(tx: Tx, now: Date): Promise<number> {
  return (await tx.session.deleteMany({ where: { expiresAt: { lt: now } } })).count;
}
