import base from "../e2e/playwright.config.ts";

/** `npm run screens`: pictures of every page into docs/screens, from a real installation of its own. */
export default {
  ...base,
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../../test-results/screens",
  globalSetup: "../e2e/globalSetup.ts",
  timeout: 330_000,
};
