import type { Tx } from "../../kernel/store.ts";

/** Up to so much living content the pieces' table is written anew, which holds up its readers for about a second. */
const REWRITE_UP_TO_BYTES = 256 * 1024 * 1024;

/**
 * Takes what was erased off the disk too: a deleted row otherwise stays in its file until its place is needed. Tables of
 * keys and summaries are small and are written anew; pieces as well while little lives, above that their space is only
 * given back, and what is left in it cannot be opened without the key. Not within a transaction: Postgres refuses it there.
 */
export async function rewriteErased(tx: Tx): Promise<void> {
  await tx.$executeRaw`vacuum (full) incident_media`;
  await tx.$executeRaw`vacuum (full) incident_summary`;
  const [row] = await tx.$queryRaw<{ bytes: bigint }[]>`
    select coalesce(sum(octet_length(bytes)), 0)::bigint as bytes from incident_chunk`;
  if (Number(row?.bytes ?? 0) <= REWRITE_UP_TO_BYTES) await tx.$executeRaw`vacuum (full) incident_chunk`;
  else await tx.$executeRaw`vacuum incident_chunk`;
}
