import { test as base } from "@playwright/test";
import { Accounts } from "../../env/accounts.ts";
import { HubApi } from "../../env/hubApi.ts";
import { Browsers } from "./browsers.ts";
import { type Installation, installation } from "./installation.ts";

interface Parts {
  readonly installation: Installation;
  /** Makes organisations and accounts. */
  readonly accounts: Accounts;
  /** Gives everybody a browser of their own; whatever goes wrong in one fails the test. */
  readonly browsers: Browsers;
}

/** A browser test with a real installation around it. */
export const test = base.extend<Parts>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  installation: async ({}, use) => use(installation()),
  accounts: async ({ installation: { publicUrl, administrator } }, use) =>
    use(new Accounts(HubApi.resume(publicUrl, administrator))),
  browsers: async ({ browser, installation: { publicUrl } }, use) => {
    const browsers = new Browsers(browser, publicUrl);
    await use(browsers);
    await browsers.close();
  },
});

export { expect } from "@playwright/test";
