// A Chromium for the browser tests: what PLAYWRIGHT_CHROMIUM_EXECUTABLE names, else Playwright's own, else the
// system's, else Debian's when we are root, with fonts that show Japanese.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { say } from "./messages.mjs";
import { Refusal, root, run, step } from "./steps.mjs";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** @returns {Promise<string>} path of the executable */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  if (process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get")) {
    await step(say("installBrowser"), installDebian);
    const installed = await findBrowser();
    if (installed) return installed;
  }
  throw new Refusal(say("noBrowser"));
}

async function findBrowser() {
  const named = process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE;
  if (named) return fs.existsSync(named) ? named : undefined;
  const { chromium } = await import("@playwright/test");
  if (fs.existsSync(chromium.executablePath())) return chromium.executablePath();
  return SYSTEM.find((candidate) => fs.existsSync(candidate));
}

async function installDebian() {
  const log = path.join(root, ".tsunagi", "logs", "browser.log");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-qq"], { log, env });
  const packages = ["chromium", "fonts-noto-cjk", "fonts-noto-color-emoji"];
  await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], { log, env });
  execFileSync("fc-cache", ["-f"], { stdio: "ignore" });
}
