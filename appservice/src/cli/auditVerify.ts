import fs from "node:fs";
import { type AuditEnd, verifyAudit } from "@tsunagi/care/audit/verify";
import { type Offline, print } from "./offline.ts";

/**
 * audit:verify [FILE]: walks the access log's chains. Exit code 0 = whole, 2 = something was changed, removed or put in.
 * FILE holds the ends of earlier runs, kept away from the database: against them even a log that was put back to an
 * older state as a whole is found out. This run's ends are added to it.
 */
export async function verifyAuditCommand({ care }: Offline, [file]: readonly string[]): Promise<number> {
  const began = Date.now();
  const known = file && fs.existsSync(file) ? readEnds(file) : [];
  const progress = (rows: number) => process.stderr.write(`\r${rows} rows`);
  const verification = await care.asSystem("audit:verify", (unit) => verifyAudit(unit, progress, known), {
    audited: false,
  });
  const { rows, findings, ends } = verification;
  process.stderr.write("\n");
  for (const { chain, seq, what } of findings) print(`chain ${chain} row ${seq}: ${what}`);
  if (file && findings.length === 0)
    for (const end of ends) fs.appendFileSync(file, `${JSON.stringify(serial(end))}\n`);
  const ms = Date.now() - began;
  print({ audit: "verify", rows, findings: findings.length, knownEnds: known.length, ends: ends.map(serial), ms });
  return findings.length === 0 ? 0 : 2;
}

const serial = ({ chain, seq, mac }: AuditEnd) => ({ chain, seq: String(seq), mac });

function readEnds(file: string): AuditEnd[] {
  const lines = fs
    .readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line) => {
    const { chain, seq, mac } = JSON.parse(line) as ReturnType<typeof serial>;
    return { chain, seq: BigInt(seq), mac };
  });
}
