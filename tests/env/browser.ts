import fs from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The Chromium the tests drive: the one that is named, else Playwright's own, else the system's. */
export function findBrowser(): string {
  const named = process.env["PLAYWRIGHT_CHROMIUM_EXECUTABLE"];
  const found = [named, chromium.executablePath(), ...SYSTEM].find(
    (candidate) => candidate && fs.existsSync(candidate),
  );
  if (found) return found;
  throw new Error(
    "No Chromium was found. Run npx playwright install --with-deps chromium, or apt-get install chromium fonts-noto-cjk, or set PLAYWRIGHT_CHROMIUM_EXECUTABLE.",
  );
}
