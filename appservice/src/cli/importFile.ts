import fs from "node:fs";
import path from "node:path";
import { importFile } from "@tsunagi/care/organisations/imports/runImport";
import { rejectionsAfter } from "@tsunagi/care/organisations/imports/store";
import type { OpenDataImportId } from "@tsunagi/contracts/ids";
import { type Offline, print } from "./offline.ts";

const PAGE = 1000;

/**
 * `organisations:import FILE`: loads a public open-data file, says how far it is on stderr, and on stdout each row that
 * was not taken and what was done.
 */
export async function importCommand({ care }: Offline, [file = ""]: readonly string[]): Promise<number> {
  if (!fs.existsSync(file)) {
    process.stderr.write(`Give the file to import: organisations:import FILE\n`);
    return 64;
  }
  const { size } = fs.statSync(file);
  let shown = -1;
  const onProgress = (bytesRead: number) => {
    const percent = Math.floor((bytesRead / size) * 100);
    if (percent === shown) return;
    shown = percent;
    process.stderr.write(`\r${percent} %`);
  };
  const source = { fileName: path.basename(file), size, bytes: fs.createReadStream(file), onProgress };
  const report = await importFile(care, source);
  process.stderr.write("\n");
  await printRejections({ care }, report.id);
  print(report);
  return 0;
}

async function printRejections({ care }: Pick<Offline, "care">, id: OpenDataImportId): Promise<void> {
  let after = 0;
  for (;;) {
    const rows = await care.bookkeeping((tx) => rejectionsAfter(tx, id, after, PAGE));
    for (const { line, ja, en } of rows.slice(0, PAGE)) print(`line ${line}: ${ja} / ${en}`);
    if (rows.length <= PAGE) return;
    after = rows[PAGE - 1]?.line ?? after;
  }
}
