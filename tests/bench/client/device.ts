/// <reference lib="dom" />

import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import { sealedNames } from "../../e2e/support/kept.ts";
import { setPin } from "../../e2e/support/signIn.ts";
import { findBrowser } from "../../env/browser.ts";
import type { Person } from "../../env/person.ts";
import { until } from "../../env/until.ts";
import { installProbe, type ShownRoom } from "./probe.ts";
import { TrafficCount } from "./traffic.ts";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const LIST_MS = 180_000;

/** A browser with the client, on a desktop so that the list and a room stand side by side. */
export class Device {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #context: BrowserContext;
  readonly #cdp: CDPSession;

  private constructor(parts: { browser: Browser; context: BrowserContext; page: Page; cdp: CDPSession }) {
    this.page = parts.page;
    this.#browser = parts.browser;
    this.#context = parts.context;
    this.#cdp = parts.cdp;
  }

  static async launch(publicUrl: string): Promise<Device> {
    const browser = await chromium.launch({ executablePath: findBrowser(), args: FLAGS });
    const viewport = { width: 1440, height: 900 };
    const context = await browser.newContext({
      baseURL: publicUrl,
      locale: "ja-JP",
      timezoneId: "Asia/Tokyo",
      viewport,
    });
    context.setDefaultTimeout(LIST_MS);
    await context.addInitScript(installProbe);
    // A message leaves at once: what is measured is the drawing, not the seconds in which it may be taken back.
    await context.addInitScript(() => {
      if (location.protocol.startsWith("http"))
        localStorage.setItem("tsunagi.preferences", JSON.stringify({ undoSeconds: 0 }));
    });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    return new Device({ browser, context, page, cdp });
  }

  /**
   * Signs in as on a new phone: password, approval by the owner's other device, PIN.
   * @returns milliseconds from the PIN being typed to the list, and what was asked of the server meanwhile
   */
  async signIn(owner: Person): Promise<{ readonly ms: number; readonly traffic: TrafficCount }> {
    const { page } = this;
    const traffic = new TrafficCount(page);
    await page.goto("/");
    await page.getByLabel("ログイン名").fill(owner.loginName);
    await page.getByLabel("パスワード", { exact: true }).fill(owner.password);
    const approved = page.waitForResponse(async (response) => {
      if (!response.url().endsWith("/api/session")) return false;
      return ((await response.json()) as { step?: string }).step === "ready";
    });
    const answer = page.waitForResponse((response) => response.url().endsWith("/login"));
    await page.getByRole("button", { name: "サインイン" }).click();
    const { device_id: deviceId } = (await (await answer).json()) as { device_id: string };
    await page.getByRole("heading", { name: "端末の承認を待っています" }).waitFor();
    await this.#approve(owner, deviceId);
    await approved;
    await setPin(page);
    const began = performance.now();
    await page.evaluate(() => tsunagiProbe.listed);
    const ms = performance.now() - began;
    await traffic.settled();
    return { ms, traffic: traffic.stop() };
  }

  async #approve(owner: Person, deviceId: string): Promise<void> {
    await until("the new device's keys", async () => {
      const devices = await owner.crypto.getUserDeviceInfo([owner.userId], true);
      return devices.get(owner.userId)?.has(deviceId);
    });
    await owner.crypto.crossSignDevice(deviceId);
  }

  /** Opens the client. @param cold nothing of it in a cache, only the sign-in and the message keys are kept */
  async open({ cold }: { cold: boolean }): Promise<number> {
    await this.#leave();
    if (cold) await this.#forgetCaches();
    await this.page.goto("/");
    return this.page.evaluate(() => tsunagiProbe.listed);
  }

  /** Waits until the page has written down what it opens with the next time, as it does when all is quiet. */
  async keepsRooms(): Promise<void> {
    await until("the rooms are kept on the device", async () => {
      const names = await sealedNames(this.page);
      return names.includes("directory") && names.filter((name) => name.startsWith("room:")).length >= 15;
    });
  }

  /** Goes where no code of the client runs, so that nothing of it is left in the page. */
  async #leave(): Promise<void> {
    await this.page.goto("/healthz");
  }

  async #forgetCaches(): Promise<void> {
    await this.#cdp.send("Network.clearBrowserCache");
    await this.page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
      for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
      for (const { name } of await indexedDB.databases())
        if (name && !/matrix-sdk-crypto|tsunagi-vault/.test(name)) indexedDB.deleteDatabase(name);
      const opening = indexedDB.open("tsunagi-vault");
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
      const sealed = opening.result.transaction("sealed", "readwrite").objectStore("sealed");
      for (const range of [IDBKeyRange.upperBound("account", true), IDBKeyRange.lowerBound("account", true)])
        sealed.delete(range);
      await new Promise((resolve) => {
        sealed.transaction.oncomplete = resolve;
      });
      opening.result.close();
    });
  }

  async switchTo(room: ShownRoom, text: string): Promise<number> {
    return this.page.evaluate(([to, wanted]) => tsunagiProbe.open(to, wanted), [room, text] as const);
  }

  /** Writes and sends a message in the open room. @returns milliseconds from Enter to its standing there */
  async say(room: ShownRoom, text: string): Promise<number> {
    const field = this.page.getByRole("textbox", { name: "メッセージ", exact: true });
    await field.fill(text);
    const shown = this.page.evaluate(([title, wanted]) => tsunagiProbe.echo(title, wanted), [
      room.title,
      text,
    ] as const);
    await field.press("Enter");
    return shown;
  }

  /** Bytes of JavaScript objects in use, garbage collected. */
  async heap(): Promise<number> {
    await this.#cdp.send("HeapProfiler.collectGarbage");
    return (await this.#cdp.send("Runtime.getHeapUsage")).usedSize;
  }

  async close(): Promise<void> {
    await this.#context.close();
    await this.#browser.close();
  }
}
