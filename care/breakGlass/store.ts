import type { EmergencyReason, ReadingVerdict } from "@tsunagi/contracts/codes/emergency";
import type { Role } from "@tsunagi/contracts/codes/roles";
import type { EmergencyGrantId, OrganisationId, PersonId, StaffId } from "@tsunagi/contracts/ids";
import type { Tx } from "../kernel/store.ts";

type Hash = Uint8Array<ArrayBuffer>;

export async function insertToken(tx: Tx, hash: Hash, personId: PersonId, by: StaffId, at: Date): Promise<void> {
  await tx.emergencyToken.create({ data: { hash, personId, issuedById: by, issuedAt: at } });
}

/** @returns how many were ended */
export async function endTokens(tx: Tx, personId: PersonId, by: StaffId, at: Date): Promise<number> {
  const where = { personId, endedAt: null };
  return (await tx.emergencyToken.updateMany({ where, data: { endedAt: at, endedById: by } })).count;
}

/** Whose live token this is; null for one that was ended or never was. */
export async function personOfToken(tx: Tx, hash: Hash): Promise<PersonId | null> {
  const row = await tx.emergencyToken.findUnique({ where: { hash } });
  return row && row.endedAt === null ? (row.personId as PersonId) : null;
}

export interface GrantRow {
  readonly id: EmergencyGrantId;
  readonly personId: PersonId;
  readonly staffId: StaffId;
  readonly organisationId: OrganisationId;
  readonly role: Role;
  readonly reason: EmergencyReason;
  readonly consented: boolean;
  /** Sealed with the person's key. */
  readonly note: string;
  readonly grantedAt: Date;
  readonly expiresAt: Date;
}

export async function insertGrant(tx: Tx, row: GrantRow): Promise<void> {
  await tx.emergencyGrant.create({ data: row });
}

/** Somebody's grants that have not expired, the longest first. */
export async function liveGrants(tx: Tx, staffId: StaffId, now: Date, personId?: PersonId): Promise<GrantRow[]> {
  const where = { staffId, expiresAt: { gt: now }, ...(personId ? { personId } : {}) };
  return (await tx.emergencyGrant.findMany({ where, orderBy: { expiresAt: "desc" } })) as GrantRow[];
}

export async function countGrants(tx: Tx, staffId: StaffId, since: Date): Promise<number> {
  return tx.emergencyGrant.count({ where: { staffId, grantedAt: { gt: since } } });
}

export async function countSearches(tx: Tx, staffId: StaffId, since: Date): Promise<number> {
  return tx.emergencySearch.count({ where: { staffId, searchedAt: { gt: since } } });
}

export async function noteSearch(tx: Tx, staffId: StaffId, at: Date): Promise<void> {
  await tx.emergencySearch.create({ data: { staffId, searchedAt: at } });
}

/** One account counts one act after the other, so that a limit holds when many come at once. */
export async function lockReader(tx: Tx, staffId: StaffId): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`emergency ${staffId}`}))`;
}

export interface ReviewRow {
  readonly grantId: EmergencyGrantId;
  readonly verdict: ReadingVerdict;
  readonly note: string;
  readonly reviewedAt: Date;
  readonly reviewedById: StaffId;
}

export interface ReadingRow extends GrantRow {
  readonly reviews: readonly ReviewRow[];
  readonly person: { readonly code: string };
}

const withReviews = { reviews: { orderBy: { id: "desc" } }, person: { select: { code: true } } } as const;

/** Readings by staff of these organisations (null = of all), newest first. */
export async function readingsOf(
  tx: Tx,
  organisations: readonly OrganisationId[] | null,
  limit: number,
): Promise<ReadingRow[]> {
  const where = organisations ? { organisationId: { in: [...organisations] } } : {};
  const order = { orderBy: { grantedAt: "desc" }, take: limit, include: withReviews } as const;
  // What waits is never pushed out of the list by what has been looked at.
  const waiting = await tx.emergencyGrant.findMany({ where: { ...where, reviews: { none: {} } }, ...order });
  const done = await tx.emergencyGrant.findMany({ where: { ...where, reviews: { some: {} } }, ...order });
  return [...waiting, ...done] as unknown as ReadingRow[];
}

export async function countWaiting(tx: Tx, organisations: readonly OrganisationId[] | null): Promise<number> {
  const where = organisations ? { organisationId: { in: [...organisations] } } : {};
  return tx.emergencyGrant.count({ where: { ...where, reviews: { none: {} } } });
}

export async function loadGrant(tx: Tx, id: EmergencyGrantId): Promise<GrantRow | null> {
  return (await tx.emergencyGrant.findUnique({ where: { id } })) as GrantRow | null;
}

export async function insertReview(tx: Tx, row: ReviewRow): Promise<void> {
  await tx.emergencyReview.create({ data: row });
}

/** Ids of people who live in a municipality. */
export async function peopleIn(tx: Tx, municipality: string, limit: number): Promise<PersonId[]> {
  const rows = await tx.person.findMany({ where: { municipality }, select: { id: true }, take: limit });
  return rows.map(({ id }) => id as PersonId);
}

/** Whom of them a consent to emergency reading stands for. */
export async function consentedOf(tx: Tx, ids: readonly PersonId[]): Promise<Set<PersonId>> {
  const where = { personId: { in: [...ids] }, withdrawnAt: null, scopes: { has: "emergency" } };
  const rows = await tx.consent.findMany({ where, select: { personId: true } });
  return new Set(rows.map(({ personId }) => personId as PersonId));
}
