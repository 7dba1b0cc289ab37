import type { Unit } from "../kernel/unit.ts";
import { anyStaff } from "../staff/store.ts";
import { chainStateMac, GENESIS, rowMac } from "./chain.ts";
import { type ChainState, chainsInUse, lockChainState, readChainRows, rowsBelow } from "./store.ts";

export interface AuditFinding {
  readonly chain: number;
  readonly seq: bigint;
  readonly what: "changed" | "missing" | "inserted" | "endMoved";
}

/** Where a chain ended at some time. Kept outside the database, it proves that nobody put an older state back. */
export interface AuditEnd {
  readonly chain: number;
  readonly seq: bigint;
  /** base64 */
  readonly mac: string;
}

export interface AuditVerification {
  readonly rows: number;
  readonly findings: readonly AuditFinding[];
  readonly ends: readonly AuditEnd[];
}

const BATCH = 5000;
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(Buffer.from(a), Buffer.from(b)) === 0;

/** How far one chain has been read. */
interface Walk {
  readonly chain: number;
  readonly known: readonly AuditEnd[];
  readonly findings: AuditFinding[];
  expected: bigint;
  previous: Uint8Array;
  rows: number;
}

/**
 * Walks every chain from its first row: finds rows that were changed, removed (also at the end, also all of them) or
 * put in. Others may go on writing meanwhile; only the last few rows are read while they wait.
 * @param onProgress called with the number of rows read so far
 * @param known ends given by earlier runs and kept outside the database
 */
export async function verifyAudit(
  unit: Unit,
  onProgress: (rows: number) => void = () => {},
  known: readonly AuditEnd[] = [],
): Promise<AuditVerification> {
  const findings: AuditFinding[] = [];
  const ends: AuditEnd[] = [];
  let rows = 0;
  for (const chain of await chainsInUse(unit.tx)) {
    const ofChain = known.filter((end) => end.chain === chain);
    const walk: Walk = { chain, known: ofChain, findings, expected: 1n, previous: GENESIS, rows: 0 };
    await verifyChain(unit, walk, (n) => onProgress(rows + n));
    rows += walk.rows;
    ends.push({ chain, seq: walk.expected - 1n, mac: Buffer.from(walk.previous).toString("base64") });
  }
  return { rows, findings, ends };
}

async function verifyChain(unit: Unit, walk: Walk, onProgress: (n: number) => void): Promise<void> {
  const { chain, findings } = walk;
  for (const seq of await rowsBelow(unit.tx, chain, walk.expected)) findings.push({ chain, seq, what: "inserted" });
  await walkOn(unit, walk, onProgress);
  const state = await lockChainState(unit.tx, chain); // from here on nobody writes: what is left is the end
  await walkOn(unit, walk, onProgress);
  if (state) judgeEnd(unit, walk, state);
  else if (walk.rows > 0) findings.push({ chain, seq: walk.expected - 1n, what: "endMoved" });
  else if (await anyStaff(unit.tx)) findings.push({ chain, seq: 1n, what: "missing" });
  for (const end of walk.known) {
    if (end.seq >= walk.expected) findings.push({ chain, seq: end.seq, what: "missing" });
  }
}

/** Reads the rows that follow, as far as there are any now. */
async function walkOn(unit: Unit, walk: Walk, onProgress: (n: number) => void): Promise<void> {
  const { chain, findings, known } = walk;
  for (;;) {
    const batch = await readChainRows(unit.tx, chain, walk.expected - 1n, BATCH);
    for (const row of batch) {
      const { seq, mac } = row;
      const inPlace = seq === walk.expected;
      if (!inPlace) findings.push({ chain, seq: walk.expected, what: "missing" });
      const right = !inPlace || same(rowMac(unit.vault, row, walk.previous), mac);
      const asKnown = known.every((end) => end.seq !== seq || same(Buffer.from(end.mac, "base64"), mac));
      if (!right || !asKnown) findings.push({ chain, seq, what: "changed" });
      walk.expected = seq + 1n;
      walk.previous = mac;
      walk.rows += 1;
    }
    onProgress(walk.rows);
    if (batch.length < BATCH) return;
  }
}

function judgeEnd(unit: Unit, { chain, findings, expected, previous }: Walk, state: ChainState): void {
  const last = expected - 1n;
  const { lastSeq, lastMac, mac } = state;
  if (!same(chainStateMac(unit.vault, chain, lastSeq, lastMac), mac))
    findings.push({ chain, seq: lastSeq, what: "endMoved" });
  else if (last < lastSeq) findings.push({ chain, seq: expected, what: "missing" });
  else if (last > lastSeq) findings.push({ chain, seq: lastSeq + 1n, what: "inserted" });
  else if (!same(previous, lastMac)) findings.push({ chain, seq: lastSeq, what: "changed" });
}
