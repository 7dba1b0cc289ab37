/// <reference lib="dom" />

import { chromium, type Locator } from "@playwright/test";
import { buildClient, builtClient } from "../../scripts/launch/web.ts";
import { Browsers } from "../e2e/support/browsers.ts";
import { careRoom } from "../e2e/support/careRoom.ts";
import { Accounts } from "../env/accounts.ts";
import { administratorSession } from "../env/administratorSession.ts";
import { numbers } from "../env/arguments.ts";
import { findBrowser } from "../env/browser.ts";
import { fillCard } from "../env/emergencyCard.ts";
import { HubApi } from "../env/hubApi.ts";
import { percentile, progress, result, round } from "../env/machine.ts";
import { throwawayStack } from "../env/throwaway.ts";

/*
 * npm run bench -- card [--runs 40]
 * From the tap on the emergency card of a person's page to its first view being drawn, in Chromium on a whole
 * installation with its audit row. The page is loaded anew before every tap, so the card's own code is loaded too.
 */
const { runs } = numbers({ runs: 40 });

await buildClient();
progress("an installation is being set up");
const stack = await throwawayStack({ webDir: builtClient, hubEnv: { TSUNAGI_SESSION_MINUTES: "600" } });
const browser = await chromium.launch({ executablePath: findBrowser(), args: ["--no-sandbox", "--disable-gpu"] });
try {
  const accounts = new Accounts(HubApi.resume(stack.publicUrl, await administratorSession(stack.publicUrl)));
  const account = await accounts.account(await accounts.organisation(), "visitingNurse");
  const team = await careRoom(accounts, stack.publicUrl, [account]);
  const { personId } = team;
  await fillCard(team.writer, personId);
  const browsers = new Browsers(browser, stack.publicUrl);
  const page = await browsers.enter(account);
  const samples: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await page.goto(`/people/${personId}`);
    const tab = page.getByRole("link", { name: "救急カード", exact: true });
    await tab.waitFor();
    samples.push(await tapToDrawn(tab));
  }
  progress(`slowest ${round(Math.max(...samples), 0)} ms`);
  await browsers.close();
  team.close();
  result({
    bench: "card",
    p50Ms: round(percentile(samples, 0.5), 0),
    p95Ms: round(percentile(samples, 0.95), 0),
  });
} finally {
  await browser.close();
  await stack.discard();
}
process.exit(0);

/** Measured in the page: from the click to the frame after the call button of the key person stands there. */
function tapToDrawn(tab: Locator): Promise<number> {
  return tab.evaluate(
    (link) =>
      new Promise<number>((resolve) => {
        const drawn = () => document.querySelector('a[href="tel:0550000009"]') !== null;
        const began = performance.now();
        const watch = new MutationObserver(() => {
          if (!drawn()) return;
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
        });
        watch.observe(document.body, { childList: true, subtree: true });
        (link as HTMLElement).click();
      }),
  );
}
