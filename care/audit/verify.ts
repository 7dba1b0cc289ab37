import type { Unit } from "../kernel/unit.ts";
import { chainStateMac, GENESIS, rowMac } from "./chain.ts";
import { type ChainState, readChainRows, readChainState } from "./store.ts";

export interface AuditFinding {
  readonly chain: number;
  readonly seq: bigint;
  readonly what: "changed" | "missing" | "inserted" | "endMoved";
}

export interface AuditVerification {
  readonly rows: number;
  readonly findings: readonly AuditFinding[];
}

const BATCH = 5000;
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0;

/**
 * Walks every chain from its first row: finds rows that were changed, removed (also at the end) or put in.
 * @param onProgress called with the number of rows read so far
 */
export async function verifyAudit(
  unit: Unit,
  onProgress: (rows: number) => void = () => {},
): Promise<AuditVerification> {
  const findings: AuditFinding[] = [];
  let rows = 0;
  for (const state of await readChainState(unit.tx)) {
    const count = await verifyChain(unit, state, findings, (n) => onProgress(rows + n));
    rows += count;
  }
  return { rows, findings };
}

async function verifyChain(
  unit: Unit,
  state: ChainState,
  findings: AuditFinding[],
  onProgress: (n: number) => void,
): Promise<number> {
  const { chain } = state;
  let expected = 1n;
  let previous: Uint8Array = GENESIS;
  let count = 0;
  for (;;) {
    const batch = await readChainRows(unit.tx, chain, expected - 1n, BATCH);
    for (const row of batch) {
      if (row.seq !== expected) findings.push({ chain, seq: expected, what: "missing" });
      else if (!same(rowMac(unit.vault, row, previous), row.mac))
        findings.push({ chain, seq: row.seq, what: "changed" });
      if (row.seq > state.lastSeq) findings.push({ chain, seq: row.seq, what: "inserted" });
      expected = row.seq + 1n;
      previous = row.mac;
      count += 1;
    }
    onProgress(count);
    if (batch.length < BATCH) break;
  }
  const endIsRight = same(chainStateMac(unit.vault, chain, state.lastSeq, state.lastMac), state.mac);
  if (!endIsRight) findings.push({ chain, seq: state.lastSeq, what: "endMoved" });
  else if (expected - 1n < state.lastSeq) findings.push({ chain, seq: expected, what: "missing" });
  else if (expected - 1n === state.lastSeq && !same(previous, state.lastMac))
    findings.push({ chain, seq: state.lastSeq, what: "changed" });
  return count;
}
