import type { Vault } from "../vault/vault.ts";
import type { AuditRow } from "./store.ts";

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
