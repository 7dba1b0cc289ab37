import { defineConfig } from "@playwright/test";
import { findBrowser } from "../env/browser.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A microphone that hums, for voice memos.
  "--use-fake-device-for-media-stream",
  "--use-fake-ui-for-media-stream",
];

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  // One picture for all machines: what is compared is generous enough for their fonts.
  snapshotPathTemplate: "{testDir}/reviewed/{arg}{ext}",
  globalSetup: "./globalSetup.ts",
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: process.env["PLAYWRIGHT_JSON_OUTPUT_NAME"] ? [["list"], ["json"]] : [["list"]],
  use: {
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    trace: "retain-on-failure",
    launchOptions: { executablePath: findBrowser(), args: FLAGS },
  },
});
