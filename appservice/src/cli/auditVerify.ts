import { verifyAudit } from "@tsunagi/care/audit/verify";
import { type Offline, print } from "./offline.ts";

/** Walks the access log's chain. Exit code 0 = whole, 2 = something was changed, removed or put in. */
export async function verifyAuditCommand({ care }: Offline): Promise<number> {
  const began = Date.now();
  const progress = (rows: number) => process.stderr.write(`\r${rows} rows`);
  const { rows, findings } = await care.asSystem("audit:verify", (unit) => verifyAudit(unit, progress), {
    audited: false,
  });
  process.stderr.write("\n");
  for (const { chain, seq, what } of findings) print(`chain ${chain} row ${seq}: ${what}`);
  print({ audit: "verify", rows, findings: findings.length, ms: Date.now() - began });
  return findings.length === 0 ? 0 : 2;
}
