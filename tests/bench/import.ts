import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { openDatabase } from "@tsunagi/care/kernel/store";
import { createCare } from "@tsunagi/care/kernel/unit";
import { importFile } from "@tsunagi/care/organisations/imports/runImport";
import { inventedCareFile, inventedDisabilityFile, SCALES } from "@tsunagi/prisma/seed/inventedFiles";
import { numbers } from "../env/arguments.ts";
import { TEST_SETTINGS, testVault } from "../env/careFixture.ts";
import { progress, result, round } from "../env/machine.ts";
import { startTestPostgres } from "../env/postgres.ts";

/*
 * npm run bench -- import [--rows 250000]
 * Loads an invented nation's two files (four care services to one disability service) into an empty, real Postgres
 * that writes to disk, then the same files again as a later release. rssMb is the most memory this process ever had
 * while it loaded, growthMb how much more than just before: it stays the same however many rows there are.
 */
const { rows } = numbers({ rows: SCALES.nation.rows });
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tsunagi-import-"));
const disability = Math.floor(rows / 5);
const { places } = SCALES.nation;
const files = [
  { name: "jigyosho_999.csv", text: inventedCareFile(rows - disability, places) },
  { name: "sfkopendata_202611_99.csv", text: inventedDisabilityFile(disability, places) },
];
for (const { name, text } of files) await pipeline(text, fs.createWriteStream(path.join(folder, name)));

const postgres = await startTestPostgres({ durable: true });
const url = postgres.url(postgres.template);
const database = openDatabase({ url, poolSize: 4, transactionTimeoutMs: 60_000 });
const care = createCare({ database, vault: testVault(["k1", 1]), settings: TEST_SETTINGS, onOutbox: () => undefined });

const rss = () => process.memoryUsage().rss / 2 ** 20;
let highest = 0;

/** @returns seconds */
async function load(): Promise<number> {
  const began = performance.now();
  for (const { name } of files) {
    const file = path.join(folder, name);
    const { size } = fs.statSync(file);
    let shown = 0;
    const onProgress = (bytesRead: number) => {
      highest = Math.max(highest, rss());
      const tenth = Math.floor((bytesRead / size) * 10);
      if (tenth > shown) progress(`${name}: ${tenth * 10} %, ${round(rss(), 0)} MiB`);
      shown = tenth;
    };
    const done = await importFile(care, { fileName: name, size, bytes: fs.createReadStream(file), onProgress });
    if (done.rejected > 0) throw new Error(`${done.rejected} rows of ${name} were not taken`);
  }
  return (performance.now() - began) / 1000;
}

try {
  const before = rss();
  const seconds = await load();
  const again = await load();
  const memory = { rssMb: round(highest, 0), growthMb: round(highest - before, 0) };
  result({ bench: "import", rows, seconds: round(seconds), againSeconds: round(again), ...memory });
} finally {
  await database.close();
  await postgres.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
