import type { Tx } from "../kernel/store.ts";
import { keyMark } from "../vault/sealing.ts";

export interface NewMessage {
  readonly lane: string;
  readonly kind: string;
  readonly idempotencyKey: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly priority: number;
}

export interface WaitingMessage extends NewMessage {
  readonly id: bigint;
  readonly attempts: number;
  readonly availableAt: Date;
}

interface WaitingColumns {
  id: bigint;
  lane: string;
  kind: string;
  idempotency_key: string;
  sealed: Uint8Array<ArrayBuffer>;
  attempts: number;
  available_at: Date;
  priority: number;
}

export async function insertMessage(tx: Tx, message: NewMessage): Promise<void> {
  await tx.$executeRaw`
    insert into outbox_message (lane, kind, idempotency_key, sealed, priority, state, available_at, created_at)
    values (${message.lane}, ${message.kind}, ${message.idempotencyKey}, ${message.sealed}, ${message.priority},
      'pending', now(), now())
    on conflict (idempotency_key) do nothing`;
}

/**
 * The first waiting message of every lane not in `busy`; a lane whose first must wait stands still. Those due come
 * first, by priority and then by how long they are due, so that lanes standing still never fill the limit while another could go.
 */
export async function firstOfLanes(tx: Tx, busy: readonly string[], limit: number): Promise<WaitingMessage[]> {
  const rows = await tx.$queryRaw<WaitingColumns[]>`
    select * from (
      select distinct on (lane) id, lane, kind, idempotency_key, sealed, attempts, available_at, priority
      from outbox_message
      where state = 'pending' and not (lane = any(${busy}::text[]))
      order by lane, id) as first
    order by available_at > now(), priority desc, available_at, id limit ${limit}`;
  return rows.map((row) => ({
    id: row.id,
    lane: row.lane,
    kind: row.kind,
    idempotencyKey: row.idempotency_key,
    sealed: row.sealed,
    attempts: row.attempts,
    availableAt: row.available_at,
    priority: row.priority,
  }));
}

/** Messages that have not gone and are sealed with another key than `kek`: its name stands in front (care/vault). */
export async function unsentSealedByOthers(
  tx: Tx,
  kek: string,
  limit: number,
): Promise<{ id: bigint; sealed: Uint8Array<ArrayBuffer> }[]> {
  const mark = keyMark(kek);
  return tx.$queryRaw`
    select id, sealed from outbox_message
    where state <> 'sent' and substring(sealed from 1 for ${mark.length}::int) <> ${mark}
    order by id limit ${limit} for update`;
}

export async function replaceSealed(tx: Tx, id: bigint, sealed: Uint8Array<ArrayBuffer>): Promise<void> {
  await tx.$executeRaw`update outbox_message set sealed = ${sealed} where id = ${id} and state <> 'sent'`;
}

/** Done: what it said is emptied, that it went stays. */
export async function markSent(tx: Tx, id: bigint, result: string | null): Promise<void> {
  await tx.$executeRaw`
    update outbox_message set state = 'sent', sealed = ''::bytea, sent_at = now(), result = ${result}, last_error = null
    where id = ${id}`;
}

export async function postpone(tx: Tx, id: bigint, error: string, delayMs: number): Promise<void> {
  await tx.$executeRaw`
    update outbox_message set attempts = attempts + 1, last_error = ${error},
      available_at = now() + make_interval(secs => ${delayMs / 1000})
    where id = ${id}`;
}

/** Given up: kept for an administrator to see, out of its lane's way. */
export async function markDead(tx: Tx, id: bigint, error: string): Promise<void> {
  await tx.$executeRaw`
    update outbox_message set state = 'dead', attempts = attempts + 1, last_error = ${error} where id = ${id}`;
}

export async function countByState(tx: Tx): Promise<Record<string, number>> {
  const rows = await tx.outboxMessage.groupBy({ by: ["state"], _count: { _all: true } });
  return Object.fromEntries(rows.map((row) => [row.state, row._count._all]));
}

/** What a delivery gave, for example the id of the event that was sent; null when it has not gone. */
export async function resultOf(tx: Tx, key: string): Promise<string | null> {
  const row = await tx.outboxMessage.findUnique({ where: { idempotencyKey: key }, select: { result: true } });
  return row?.result ?? null;
}

/** Forgets what was sent long ago. */
export async function deleteSentBefore(tx: Tx, before: Date): Promise<number> {
  const { count } = await tx.outboxMessage.deleteMany({ where: { state: "sent", sentAt: { lt: before } } });
  return count;
}
