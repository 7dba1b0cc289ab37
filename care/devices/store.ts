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

export async function insertApproval(tx: Tx, row: Omit<ApprovalRow, "replaceUntil">): Promise<void> {
  await tx.deviceApproval.create({ data: row });
}

export async function loadApproval(tx: Tx, id: DeviceApprovalId): Promise<ApprovalRow | null> {
  await tx.$queryRaw`select id from device_approval where id = ${id} for update`;
  return (await tx.deviceApproval.findUnique({ where: { id } })) as ApprovalRow | null;
}

export async function decideApproval(
  tx: Tx,
  id: DeviceApprovalId,
  data: { state: ApprovalState; decidedAt: Date; decidedById: string | null; replaceUntil?: Date | null },
): Promise<void> {
  await tx.deviceApproval.update({ where: { id }, data });
}

/** Devices that wait, of staff who work at one of these organisations; all of the network's for `null`. */
export async function waitingApprovals(tx: Tx, organisationIds: readonly string[] | null): Promise<ApprovalRow[]> {
  const atThem = { memberships: { some: { endedAt: null, organisationId: { in: [...(organisationIds ?? [])] } } } };
  const rows = await tx.deviceApproval.findMany({
    where: { state: "waiting", staff: { status: { in: ["active", "invited"] }, ...(organisationIds ? atThem : {}) } },
    orderBy: { requestedAt: "asc" },
  });
  return rows as unknown as ApprovalRow[];
}

/** Every approval of somebody is void from now on. */
export async function revokeApprovals(tx: Tx, staffId: StaffId, at: Date): Promise<void> {
  await tx.deviceApproval.updateMany({
    where: { staffId, state: { in: ["waiting", "approved"] } },
    data: { state: "revoked", decidedAt: at, replaceUntil: null },
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

/** All identities the hub stands for: the bots check theirs against them at boot. */
export async function verifiedIdentities(tx: Tx): Promise<{ userId: string; masterKey: string; state: string }[]> {
  const rows = await tx.staffIdentity.findMany({
    include: { staff: { select: { matrixUserId: true, status: true } } },
  });
  return rows
    .filter((row) => row.staff.status === "active" || row.staff.status === "invited")
    .map((row) => ({ userId: row.staff.matrixUserId, masterKey: row.masterKey, state: row.state }));
}

export async function putIdentity(tx: Tx, staffId: StaffId, masterKey: string, verifiedAt: Date): Promise<void> {
  const data = { masterKey, state: "verified", verifiedAt, violatedAt: null };
  await tx.staffIdentity.upsert({ where: { staffId }, create: { staffId, ...data }, update: data });
}

export async function markViolated(tx: Tx, staffId: StaffId, at: Date): Promise<void> {
  await tx.staffIdentity.update({ where: { staffId }, data: { state: "violated", violatedAt: at } });
}
