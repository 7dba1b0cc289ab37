// npm run verify: everything that needs no server, in about half a minute. Stops at nothing: all findings in one go.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { node24, prepare } from "./install/prepare.mjs";
import { giveUp, root } from "./install/steps.mjs";

try {
  await prepare({ synapse: false });
} catch (error) {
  giveUp(error);
}

const bin = (...parts) => path.join(root, "node_modules", ...parts);
const CHECKS = [
  ["format and lint", [bin("@biomejs", "biome", "bin", "biome"), "check", "."]],
  ["types (hub)", [bin("typescript", "bin", "tsc"), "-p", "tsconfig.json"]],
  ["types (web client)", [bin("typescript", "bin", "tsc"), "-p", "web-client/tsconfig.json"]],
  ["dead code", [bin("knip", "bin", "knip.js"), "--no-progress"]],
  [
    "architecture and unit tests",
    [bin("vitest", "vitest.mjs"), "run", "--project", "unit", "--project", "architecture"],
  ],
];
/** The part that runs before every commit. */
const fast = process.argv.includes("--fast") ? 3 : CHECKS.length;

const failed = [];
for (const [name, args] of CHECKS.slice(0, fast)) {
  const began = Date.now();
  const { status, stdout, stderr } = spawnSync(node24, args, { cwd: root, encoding: "utf8", maxBuffer: 64_000_000 });
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${status === 0 ? "✓" : "✗"} ${name} (${seconds} s)`);
  if (status === 0) continue;
  failed.push(name);
  console.log(`${stdout}${stderr}`);
}
process.exit(failed.length === 0 ? 0 : 1);
