/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { chromium, type Locator, type Page } from "@playwright/test";
import { MatrixEvent, type Room } from "matrix-js-sdk";
import { buildClient, builtClient } from "../../scripts/launch/web.ts";
import { PIN, setPin, typePassword } from "../e2e/support/signIn.ts";
import { numbers } from "../env/arguments.ts";
import { findBrowser } from "../env/browser.ts";
import { percentile, progress, result, round } from "../env/machine.ts";
import { Person } from "../env/person.ts";
import { throwawayStack } from "../env/throwaway.ts";
import { until } from "../env/until.ts";
import { type Frames, type Ride, ride } from "./timelineFrames.ts";

/*
 * npm run bench -- timeline [--messages 10000] [--slow 1]
 * A care team's room with that many encrypted messages on a real installation: opened, loaded to its beginning, and
 * scrolled at a fling's speed and by leaps, looking at every frame for a hole. `slow` throttles the browser's processor.
 */
const { messages, slow } = numbers({ messages: 10_000, slow: 1 });
const PASSWORD = "tsunagi-demo-2026";
const PHONE = { width: 390, height: 844 };
/** A hard fling on a telephone: 400 px in 1/60 s. */
const FLING = 400;
const AT_ONCE = 20;

await buildClient();
const stack = await throwawayStack({ webDir: builtClient });
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
try {
  const nurse = await until("sign-in", () => Person.signIn(stack.publicUrl, "nurse", PASSWORD).catch(() => undefined));
  await nurse.settle();
  const room = await until("team room", async () => {
    const { rooms } = await nurse.hub.call("listRooms");
    return rooms.find(({ title }) => title.includes("ハナ"));
  });
  const roomId = String(room.roomId ?? "");
  await nurse.joined(roomId);

  const context = await browser.newContext({ baseURL: stack.publicUrl, locale: "ja-JP", viewport: PHONE });
  context.setDefaultTimeout(300_000);
  const page = await context.newPage();
  await enter(page);
  const link = page.getByRole("link", { name: new RegExp(room.title) }).first();
  await link.waitFor();
  await page.goto("about:blank"); // the messages come while nobody looks

  await fill(nurse, roomId);
  nurse.stop();

  await page.goto("/");
  await unlock(page, link);
  if (slow > 1) await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slow });
  await link.waitFor();
  const openMs = await timed(async () => {
    await link.click();
    await page.locator("[data-key]").first().waitFor();
  });
  const loadMs = await timed(() => loadAll(page));
  await page.evaluate(toTheEnd);
  const up = await page.evaluate<Frames, Ride>(ride, { step: -FLING, mostFrames: 600, leaps: false });
  const down = await page.evaluate<Frames, Ride>(ride, { step: FLING, mostFrames: 600, leaps: false });
  const leaps = await page.evaluate<Frames, Ride>(ride, { step: 0, mostFrames: 300, leaps: true });
  const rides = [up, down, leaps];
  const gaps = [...up.gaps, ...down.gaps];
  const blanks = rides.flatMap((one) => one.blanks);
  result({
    bench: "timeline",
    messages,
    slow,
    openMs: round(openMs, 0),
    loadAllMs: round(loadMs, 0),
    frameP50Ms: round(percentile(gaps, 0.5), 1),
    frameP95Ms: round(percentile(gaps, 0.95), 1),
    longestBlankMs: round(Math.max(0, ...blanks), 1),
    blanksOver50Ms: blanks.filter((ms) => ms > 50).length,
    leapFrameP95Ms: round(percentile(leaps.gaps, 0.95), 1),
    mostRows: Math.max(...rides.map((one) => one.mostRows)),
    heapMb: round(await heap(page), 0),
  });
} finally {
  await browser.close();
  await stack.discard();
}
process.exit(0);

/** Enciphers and sends without waiting for the messages to come back; the homeserver is asked itself. */
async function fill(by: Person, roomId: string): Promise<void> {
  const room = await by.joined(roomId);
  const crypto = by.crypto as unknown as { encryptEvent(event: MatrixEvent, room: Room): Promise<void> };
  const headers = { authorization: `Bearer ${by.client.getAccessToken()}`, "content-type": "application/json" };
  const path = `${stack.homeserverUrl}/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/send/m.room.encrypted`;
  const send = async (i: number) => {
    const content = { msgtype: "m.text", body: words(i) };
    const event = new MatrixEvent({ type: "m.room.message", room_id: roomId, sender: by.userId, content });
    await crypto.encryptEvent(event, room);
    const body = JSON.stringify(event.getWireContent());
    const response = await fetch(`${path}/bench-${i}`, { method: "PUT", headers, body });
    if (!response.ok) throw new Error(await response.text());
  };
  for (let sent = 0; sent < messages; sent += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, messages - sent) }, (_, i) => send(sent + i)));
    if (sent % 500 === 0) progress(`${sent}/${messages} messages sent`);
  }
}

/** A first sign-in, however long the making of keys takes. */
async function enter(target: Page): Promise<void> {
  await typePassword(target, {
    loginName: "caremane",
    staffId: "",
    userId: "",
    organisationId: "",
    password: PASSWORD,
  });
  await target.getByRole("heading", { name: "この端末のPINを決めてください" }).waitFor();
  await setPin(target);
}

/** After some minutes the device asks for its PIN. */
async function unlock(target: Page, list: Locator): Promise<void> {
  const field = target.getByLabel("PIN", { exact: true });
  await field.or(list).first().waitFor();
  if (!(await field.isVisible())) return;
  await field.fill(PIN);
  await target.getByRole("button", { name: "ロックを解除する" }).click();
}

/** Most are a line or two, some a paragraph, a few a whole handover. */
function words(i: number): string {
  const line = `計測メッセージ${i}。訪問しました。体温36.${i % 10}℃、変わりありません。`;
  if (i % 50 === 0) return Array.from({ length: 12 }, () => line).join("\n");
  return i % 7 === 0 ? line.repeat(4) : line;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Goes up until the conversation begins, as somebody does who looks for something old. */
async function loadAll(target: Page): Promise<void> {
  await target.evaluate(async () => {
    const log = document.querySelector('ol[aria-label="会話"]');
    let view = log?.parentElement ?? null;
    while (view && !/auto|scroll/.test(getComputedStyle(view).overflowY)) view = view.parentElement;
    for (;;) {
      if (document.body.textContent?.includes("ここが会話の始まりです")) return;
      if (view) view.scrollTop = 0;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
}

function toTheEnd(): void {
  for (const element of document.querySelectorAll("*")) {
    if (element.scrollHeight > element.clientHeight + 2000) element.scrollTop = element.scrollHeight;
  }
}

async function heap(target: Page): Promise<number> {
  const session = await target.context().newCDPSession(target);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / 2 ** 20;
}
