import type { DeviceApprovalId, MatrixDeviceId, StaffId } from "@tsunagi/contracts/ids";
import type { Tx } from "../kernel/store.ts";

export type ApprovalState = "waiting" | "approved" | "rejected" | "revoked";

export interface ApprovalRow {
  readonly id: DeviceApprovalId;
  readonly staffId: StaffId;
  readonly deviceId: MatrixDeviceId;
  readonly fingerprint: string;
  readonly displayName: string;
  readonly state: ApprovalState;
  readonly requestedAt: Date;
  readonly replaceUntil: Date | null;
  /** Since when the keeper trusts it. */
  readonly admittedAt: Date | null;
}

export async function findApproval(
  tx: Tx,
  staffId: StaffId,
  deviceId: MatrixDeviceId,
  fingerprint: string,
): Promise<ApprovalRow | null> {
  const where = { staffId_deviceId_fingerprint: { staffId, deviceId, fingerprint } };
  return (await tx.deviceApproval.findUnique({ where })) as ApprovalRow | null;
}

/** False when the device has a row already. */
export async function insertApproval(tx: Tx, row: Omit<ApprovalRow, "replaceUntil" | "admittedAt">): Promise<boolean> {
  return (await tx.deviceApproval.createMany({ data: [row], skipDuplicates: true })).count === 1;
}

/** A device whose approval became void asks again. */
export async function reopenApproval(tx: Tx, id: DeviceApprovalId, requestedAt: Date): Promise<void> {
  const data = { state: "waiting", requestedAt, decidedAt: null, decidedById: null, replaceUntil: null };
  await tx.deviceApproval.update({ where: { id }, data });
}

export async function loadApproval(tx: Tx, id: DeviceApprovalId): Promise<ApprovalRow | null> {
  return (await tx.deviceApproval.findUnique({ where: { id } })) as ApprovalRow | null;
}

/** The same, decided by nobody else until the commit. */
export async function lockApproval(tx: Tx, id: DeviceApprovalId): Promise<ApprovalRow | null> {
  await tx.$queryRaw`select id from device_approval where id = ${id} for update`;
  return loadApproval(tx, id);
}

export async function decideApproval(
  tx: Tx,
  id: DeviceApprovalId,
  data: { state: ApprovalState; decidedAt: Date; decidedById: string | null; replaceUntil?: Date | null },
): Promise<void> {
  await tx.deviceApproval.update({ where: { id }, data });
}

/** The keeper trusts it: approved, whoever did it. */
export async function markAdmitted(tx: Tx, id: DeviceApprovalId, at: Date): Promise<void> {
  await tx.deviceApproval.update({ where: { id }, data: { state: "approved", admittedAt: at } });
  await tx.deviceApproval.updateMany({ where: { id, decidedAt: null }, data: { decidedAt: at } });
}

/** Everybody whose identity the keeper vouches for, to be followed again after the bot's store was lost. */
export async function enrolledUsers(tx: Tx): Promise<string[]> {
  const rows = await tx.staffIdentity.findMany({
    where: { staff: { status: { in: ["active", "invited"] } } },
    select: { staff: { select: { matrixUserId: true } } },
  });
  return rows.map((row) => row.staff.matrixUserId);
}

/** Devices an administrator approved, to be trusted again after the bot's store was lost. */
export async function approvedDevices(tx: Tx): Promise<{ userId: string; deviceId: string; fingerprint: string }[]> {
  const rows = await tx.deviceApproval.findMany({
    where: { state: "approved", decidedById: { not: null } },
    include: { staff: { select: { matrixUserId: true } } },
  });
  return rows.map((row) => ({ userId: row.staff.matrixUserId, deviceId: row.deviceId, fingerprint: row.fingerprint }));
}

/** All devices that wait, of staff who may work. */
export async function waitingApprovals(tx: Tx): Promise<ApprovalRow[]> {
  const rows = await tx.deviceApproval.findMany({
    where: { state: "waiting", staff: { status: { in: ["active", "invited"] } } },
    orderBy: { requestedAt: "asc" },
  });
  return rows as unknown as ApprovalRow[];
}

/** Every approval of somebody is void from now on. */
export async function revokeApprovals(tx: Tx, staffId: StaffId, at: Date): Promise<void> {
  await tx.deviceApproval.updateMany({
    where: { staffId, state: { in: ["waiting", "approved"] } },
    data: { state: "revoked", decidedAt: at, replaceUntil: null, admittedAt: null },
  });
}

/** Devices of somebody that may replace the identity now. */
export async function replacingDevices(tx: Tx, staffId: StaffId, now: Date): Promise<ApprovalRow[]> {
  const where = { staffId, state: "approved", replaceUntil: { gt: now } };
  return (await tx.deviceApproval.findMany({ where })) as unknown as ApprovalRow[];
}

export async function endReplacement(tx: Tx, staffId: StaffId): Promise<void> {
  await tx.deviceApproval.updateMany({ where: { staffId }, data: { replaceUntil: null } });
}

export interface IdentityRow {
  readonly staffId: StaffId;
  readonly masterKey: string;
  readonly state: "verified" | "violated";
}

export async function loadIdentity(tx: Tx, staffId: StaffId): Promise<IdentityRow | null> {
  return (await tx.staffIdentity.findUnique({ where: { staffId } })) as IdentityRow | null;
}

export async function putIdentity(tx: Tx, staffId: StaffId, masterKey: string, verifiedAt: Date): Promise<void> {
  const data = { masterKey, state: "verified", verifiedAt, violatedAt: null };
  await tx.staffIdentity.upsert({ where: { staffId }, create: { staffId, ...data }, update: data });
}

export async function markViolated(tx: Tx, staffId: StaffId, at: Date): Promise<void> {
  await tx.staffIdentity.update({ where: { staffId }, data: { state: "violated", violatedAt: at } });
}
