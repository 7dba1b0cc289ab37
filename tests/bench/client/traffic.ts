import { setTimeout as delay } from "node:timers/promises";
import type { Page, Request } from "@playwright/test";

const QUIET_MS = 3_000;
const LONGEST_MS = 240_000;
const WAITING = /\/sync$/;

const KINDS: readonly (readonly [string, RegExp])[] = [
  ["sync", WAITING],
  ["keysQuery", /\/keys\/query$/],
  ["keysClaim", /\/keys\/claim$/],
  ["keyBackup", /\/room_keys\//],
  ["toDevice", /\/sendToDevice\//],
  ["historyDownloads", /\/media\/download\//],
  ["messages", /\/messages$/],
  ["members", /\/members$/],
  ["hub", /^\/api\//],
];

/** Counts what a page asks of the server, by kind. */
export class TrafficCount {
  readonly counts: Record<string, number> = Object.fromEntries(KINDS.map(([kind]) => [kind, 0]));
  readonly scripts = new Set<string>();
  readonly #page: Page;
  #lastAt = Date.now();

  constructor(page: Page) {
    this.#page = page;
    page.on("request", this.#onRequest);
  }

  /** Waits until nothing but the waiting for news has been asked for some seconds. */
  async settled(): Promise<void> {
    const began = Date.now();
    while (Date.now() - this.#lastAt < QUIET_MS && Date.now() - began < LONGEST_MS) await delay(200);
  }

  stop(): this {
    this.#page.off("request", this.#onRequest);
    return this;
  }

  readonly #onRequest = (request: Request): void => {
    const { pathname } = new URL(request.url());
    if (request.resourceType() === "script") this.scripts.add(pathname);
    const kind = KINDS.find(([, pattern]) => pattern.test(pathname))?.[0] ?? "other";
    this.counts[kind] = (this.counts[kind] ?? 0) + 1;
    if (!WAITING.test(pathname)) this.#lastAt = Date.now();
  };
}
