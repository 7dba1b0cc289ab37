// npm test: everything, from a clean clone. Installs what is missing (a browser too), then runs format and types,
// unit, integration, system and browser tests. The last line is 'N passed, N failed'; the exit code says the same.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { node24, prepare } from "./install/prepare.mjs";
import { giveUp, root } from "./install/steps.mjs";

const results = path.join(root, ".tsunagi", "test-results");
let executablePath = "";
try {
  await prepare();
  // Playwright is there only now, so this module is loaded only now.
  const { ensureBrowser } = await import("./install/browser.mjs");
  executablePath = await ensureBrowser();
} catch (error) {
  giveUp(error);
}
fs.rmSync(results, { recursive: true, force: true });
fs.mkdirSync(results, { recursive: true });

let passed = 0;
let failed = 0;

/** A check that passes or fails as a whole. */
function check(name, args) {
  console.log(`\n── ${name}`);
  const ok = start(args).status === 0;
  if (ok) passed += 1;
  else failed += 1;
}

/** A test run that counts for itself; one that dies without a count is a failure. */
function count(name, args, file, read, env = {}) {
  console.log(`\n── ${name}`);
  const { status } = start(args, env);
  if (!fs.existsSync(file)) {
    failed += 1;
    return;
  }
  const [good, bad] = read(JSON.parse(fs.readFileSync(file, "utf8")));
  passed += good;
  failed += bad;
  if (status !== 0 && bad === 0) failed += 1;
}

const start = (args, env = {}) =>
  spawnSync(node24, ["--disable-warning=ExperimentalWarning", ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...env },
  });
const bin = (...parts) => path.join(root, "node_modules", ...parts);

const vitest = (name, ...projects) => {
  const file = path.join(results, `${projects[0]}.json`);
  const args = [bin("vitest", "vitest.mjs"), "run", ...projects.flatMap((project) => ["--project", project])];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  count(name, [...args, ...reporters], file, (report) => [report.numPassedTests, report.numFailedTests]);
};

check("format and lint", [bin("@biomejs", "biome", "bin", "biome"), "check", "."]);
check("types of the hub", [bin("typescript", "bin", "tsc"), "-p", "tsconfig.json"]);
check("types of the web client", [bin("typescript", "bin", "tsc"), "-p", "web-client/tsconfig.json"]);
check("dead code", [bin("knip", "bin", "knip.js"), "--no-progress"]);
vitest("unit and architecture tests", "unit", "architecture");
vitest("integration tests (Postgres)", "integration");
vitest("system tests (Postgres, Synapse, hub)", "system");

const browserFile = path.join(results, "browser.json");
count(
  "browser tests (the whole, in Chromium)",
  [bin("@playwright", "test", "cli.js"), "test", "--config", "tests/e2e/playwright.config.ts"],
  browserFile,
  ({ stats }) => [stats.expected, stats.unexpected + stats.flaky + stats.skipped],
  { PLAYWRIGHT_JSON_OUTPUT_NAME: browserFile, PLAYWRIGHT_CHROMIUM_EXECUTABLE: executablePath },
);

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
