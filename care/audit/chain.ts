import type { Vault } from "../vault/vault.ts";

/** One row of the access log, without its MAC. */
export interface AuditRow {
  readonly chain: number;
  readonly seq: bigint;
  readonly at: Date;
  readonly actorStaffId: string | null;
  readonly actorOrgId: string | null;
  readonly actorRole: string | null;
  readonly channel: string;
  readonly action: string;
  readonly outcome: string;
  readonly personId: string | null;
  readonly subjectId: string | null;
  readonly correlationId: string;
  readonly detail: string;
}

/** MAC of the chain before its first row. */
export const GENESIS = new Uint8Array(32);

/** MAC over a row and the MAC of the row before it: no row can be changed, removed or put in between unseen. */
export function rowMac(vault: Vault, row: AuditRow, previous: Uint8Array): Uint8Array<ArrayBuffer> {
  return vault.auditMac([
    "row",
    previous,
    String(row.chain),
    String(row.seq),
    row.at.toISOString(),
    row.actorStaffId ?? "",
    row.actorOrgId ?? "",
    row.actorRole ?? "",
    row.channel,
    row.action,
    row.outcome,
    row.personId ?? "",
    row.subjectId ?? "",
    row.correlationId,
    row.detail,
  ]);
}

/** MAC over the chain's end: rows cut off at the end are missed too. */
export function chainStateMac(
  vault: Vault,
  chain: number,
  lastSeq: bigint,
  lastMac: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return vault.auditMac(["end", String(chain), String(lastSeq), lastMac]);
}
