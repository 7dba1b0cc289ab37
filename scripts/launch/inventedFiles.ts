import fs from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { type FileScale, inventedCareFile, inventedDisabilityFile, SCALES } from "@tsunagi/prisma/seed/inventedFiles";

/*
 * npm run invent -- [--scale prefecture|nation] [--out FOLDER]: writes invented open-data files, four care services to
 * one disability service, to try the import with (npm run hub -- organisations:import FILE, or the page).
 */
const { values } = parseArgs({
  options: { scale: { type: "string", default: "prefecture" }, out: { type: "string", default: "." } },
});
const scale = SCALES[values.scale as FileScale] as (typeof SCALES)[FileScale] | undefined;
if (!scale) {
  process.stderr.write(`--scale is one of ${Object.keys(SCALES).join(", ")}\n`);
  process.exit(64);
}
const disability = Math.floor(scale.rows / 5);
const files = {
  "jigyosho_999.csv": inventedCareFile(scale.rows - disability, scale.places),
  "sfkopendata_202611_99.csv": inventedDisabilityFile(disability, scale.places),
};
fs.mkdirSync(values.out, { recursive: true });
for (const [name, rows] of Object.entries(files)) {
  const file = path.join(values.out, name);
  await pipeline(rows, fs.createWriteStream(file));
  process.stdout.write(`${file}\n`);
}
