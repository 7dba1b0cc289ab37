import type { Tx } from "../kernel/store.ts";

export interface KeptResponse {
  readonly requestHash: Uint8Array<ArrayBuffer>;
  readonly status: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** The answer that was given to this key before. Serialises requests with the same key until the commit. */
export async function lockKeptResponse(tx: Tx, staffId: string, key: string): Promise<KeptResponse | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`idempotency:${staffId}:${key}`}, 0))`;
  return tx.idempotentResponse.findUnique({ where: { staffId_key: { staffId, key } } });
}

export async function keepResponse(tx: Tx, row: KeptResponse & { staffId: string; key: string }): Promise<void> {
  await tx.idempotentResponse.create({ data: row });
}

export async function deleteKeptBefore(tx: Tx, before: Date): Promise<number> {
  return (await tx.idempotentResponse.deleteMany({ where: { createdAt: { lt: before } } })).count;
}
