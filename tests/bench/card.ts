import { buildClient, builtClient } from "../../scripts/launch/web.ts";
import { careRoom } from "../e2e/support/careRoom.ts";
import { Accounts } from "../env/accounts.ts";
import { administratorSession } from "../env/administratorSession.ts";
import { numbers } from "../env/arguments.ts";
import { HubApi } from "../env/hubApi.ts";
import { percentile, progress, result, round } from "../env/machine.ts";
import { Person } from "../env/person.ts";
import { throwawayStack } from "../env/throwaway.ts";
import { until } from "../env/until.ts";
import { Device } from "./client/device.ts";

/*
 * npm run bench -- card [--runs 40]
 * From the tap on the emergency card of a person's page to its first view being drawn, in Chromium on a whole
 * installation with its audit row. The page is loaded anew before every tap, so the card's own code is loaded too.
 */
const { runs } = numbers({ runs: 40 });
const text = (detail: string) => ({ state: "known", entries: [{ detail }] });
const none = { state: "none" };
const changes = {
  allergies: {
    allergies: { state: "known", entries: [{ substance: "ペニシリン", kind: "drug", reaction: "じんましん" }] },
    contraindicated: none,
  },
  devices: {
    anticoagulant: text("ワルファリン"),
    insulin: none,
    steroid: none,
    pacemaker: text("2019年、みほん病院"),
    dialysis: none,
    homeOxygen: { state: "unknown" },
    tracheostomy: none,
    otherDevice: none,
  },
  usual: {
    consciousness: { state: "known", entries: [{ jcs: "0" }] },
    adl: text("杖で歩く"),
    speech: text("会話できる"),
  },
  contacts: { contacts: { state: "known", entries: [{ name: "架空 花子", phone: "055-000-0009", keyPerson: "yes" }] } },
};

await buildClient();
progress("an installation is being set up");
const stack = await throwawayStack({ webDir: builtClient, hubEnv: { TSUNAGI_SESSION_MINUTES: "600" } });
try {
  const accounts = new Accounts(HubApi.resume(stack.publicUrl, await administratorSession(stack.publicUrl)));
  const account = await accounts.account(await accounts.organisation(), "careManager");
  const nurse = await until("sign-in", () =>
    Person.signIn(stack.publicUrl, account.loginName, account.password).catch(() => undefined),
  );
  await nurse.settle("for-this-bench-only-1");
  const { personId, close } = await careRoom(accounts, stack.publicUrl, [account]);
  const params = { personId };
  const consent = { scopes: ["emergency"], givenBy: "person", method: "oral", givenOn: "2026-10-01" };
  await nurse.hub.call("recordConsent", { params, body: consent } as never);
  await nurse.hub.call("saveCard", { params, body: { changes, versions: {}, confirm: true } } as never);
  const device = await Device.launch(stack.publicUrl);
  const { page } = device;
  await device.signIn(nurse);
  const samples: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await page.goto(`/people/${personId}`);
    const tab = page.getByRole("link", { name: "救急カード", exact: true });
    await tab.waitFor();
    samples.push(await tapToDrawn(tab));
  }
  progress(`slowest ${round(Math.max(...samples), 0)} ms`);
  await device.close();
  nurse.stop();
  close();
  result({
    bench: "card",
    p50Ms: round(percentile(samples, 0.5), 0),
    p95Ms: round(percentile(samples, 0.95), 0),
  });
} finally {
  await stack.discard();
}
process.exit(0);

/** Measured in the page: from the click to the frame after the call button of the key person stands there. */
function tapToDrawn(tab: ReturnType<Device["page"]["getByRole"]>): Promise<number> {
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
