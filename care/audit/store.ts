import { displayName } from "../kernel/actor.ts";
import type { Tx } from "../kernel/store.ts";
import { type AuditRow, GENESIS } from "./chain.ts";

export interface ChainedRow extends AuditRow {
  readonly mac: Uint8Array<ArrayBuffer>;
}

export interface ChainState {
  readonly chain: number;
  readonly lastSeq: bigint;
  readonly lastMac: Uint8Array<ArrayBuffer>;
  readonly mac: Uint8Array<ArrayBuffer>;
}

interface ChainColumns {
  last_seq: bigint;
  last_mac: Uint8Array<ArrayBuffer>;
}

/** The chain's end, locked until the transaction ends; made on the first use. */
export async function lockChain(tx: Tx, chain: number): Promise<Pick<ChainState, "lastSeq" | "lastMac">> {
  const [row] = await tx.$queryRaw<ChainColumns[]>`
    select last_seq, last_mac from audit_chain where chain = ${chain} for update`;
  if (row) return { lastSeq: row.last_seq, lastMac: row.last_mac };
  await tx.$executeRaw`
    insert into audit_chain (chain, last_seq, last_mac, mac) values (${chain}, 0, ${GENESIS}, ${GENESIS})
    on conflict (chain) do nothing`;
  return lockChain(tx, chain);
}

/** Adds rows and moves the chain's end, in one statement: every act waits for this lock. */
export async function appendRows(tx: Tx, rows: readonly ChainedRow[], end: ChainState): Promise<void> {
  const column = <T>(pick: (row: ChainedRow) => T): T[] => rows.map(pick);
  await tx.$executeRaw`
    with added as (
      insert into audit_entry (chain, seq, at, actor_staff_id, actor_org_id, actor_role, channel, action, outcome,
        person_id, subject_id, correlation_id, detail, mac)
      select * from unnest(${column((r) => r.chain)}::int[], ${column((r) => r.seq)}::bigint[],
        ${column((r) => r.at)}::timestamptz[], ${column((r) => r.actorStaffId)}::text[],
        ${column((r) => r.actorOrgId)}::text[], ${column((r) => r.actorRole)}::text[],
        ${column((r) => r.channel)}::text[], ${column((r) => r.action)}::text[], ${column((r) => r.outcome)}::text[],
        ${column((r) => r.personId)}::text[], ${column((r) => r.subjectId)}::text[],
        ${column((r) => r.correlationId)}::text[], ${column((r) => r.detail)}::text[], ${column((r) => r.mac)}::bytea[])
    )
    update audit_chain set last_seq = ${end.lastSeq}, last_mac = ${end.lastMac}, mac = ${end.mac}
    where chain = ${end.chain}`;
}

/** Chains that have an end, rows, or both; the first one always. */
export async function chainsInUse(tx: Tx): Promise<number[]> {
  const rows = await tx.$queryRaw<{ chain: number }[]>`
    select chain from audit_chain union select chain from audit_entry union select 1 order by chain`;
  return rows.map((row) => row.chain);
}

/** A chain's end as it is kept, locked until the transaction ends; null when there is none. */
export async function lockChainState(tx: Tx, chain: number): Promise<ChainState | null> {
  await tx.$queryRaw`select chain from audit_chain where chain = ${chain} for update`;
  return tx.auditChain.findUnique({ where: { chain } });
}

/** Numbers below the first one: rows that no act has written. */
export async function rowsBelow(tx: Tx, chain: number, first: bigint): Promise<bigint[]> {
  const rows = await tx.auditEntry.findMany({ where: { chain, seq: { lt: first } }, select: { seq: true } });
  return rows.map((row) => row.seq);
}

/** Rows of a chain after `afterSeq`, in order, a batch at a time. */
export async function readChainRows(tx: Tx, chain: number, afterSeq: bigint, limit: number): Promise<ChainedRow[]> {
  return tx.auditEntry.findMany({ where: { chain, seq: { gt: afterSeq } }, orderBy: { seq: "asc" }, take: limit });
}

export interface AuditFilter {
  readonly personId?: string;
  readonly organisationId?: string;
  readonly subjectId?: string;
  readonly actions?: readonly string[];
  readonly outcome?: "allowed" | "denied";
  readonly before?: number;
  readonly limit: number;
}

/** Newest first; one more than `limit` when there is more. */
export async function findEntries(tx: Tx, filter: AuditFilter): Promise<AuditRow[]> {
  return tx.auditEntry.findMany({
    where: {
      ...(filter.personId ? { personId: filter.personId } : {}),
      ...(filter.organisationId ? { actorOrgId: filter.organisationId } : {}),
      ...(filter.subjectId ? { subjectId: filter.subjectId } : {}),
      ...(filter.actions ? { action: { in: [...filter.actions] } } : {}),
      ...(filter.outcome ? { outcome: filter.outcome } : {}),
      ...(filter.before ? { seq: { lt: BigInt(filter.before) } } : {}),
    },
    orderBy: { seq: "desc" },
    take: filter.limit + 1,
  });
}

/** Whether somebody has left such a row since. */
export async function hasEntry(
  tx: Tx,
  { since, ...row }: { actorStaffId: string; action: string; subjectId: string; since: Date },
): Promise<boolean> {
  return (await tx.auditEntry.findFirst({ where: { ...row, at: { gt: since } }, select: { seq: true } })) !== null;
}

/** Names for the ids that stand in audit rows. */
export async function namesOf(
  tx: Tx,
  rows: readonly AuditRow[],
): Promise<{ staff: Map<string, string>; organisations: Map<string, string>; people: Map<string, string> }> {
  const ids = (pick: (row: AuditRow) => string | null) => [...new Set(rows.map(pick).filter((id) => id !== null))];
  const staff = await tx.staff.findMany({ where: { id: { in: ids((row) => row.actorStaffId) } } });
  const organisations = await tx.organisation.findMany({ where: { id: { in: ids((row) => row.actorOrgId) } } });
  const people = await tx.person.findMany({
    where: { id: { in: ids((row) => row.personId) } },
    select: { id: true, code: true },
  });
  return {
    staff: new Map(staff.map((s) => [s.id, displayName(s)])),
    organisations: new Map(organisations.map((o) => [o.id, o.name])),
    people: new Map(people.map((p) => [p.id, p.code])),
  };
}
