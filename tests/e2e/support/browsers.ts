import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import type { Account } from "../../env/accounts.ts";
import { until } from "../../env/until.ts";
import { signIn } from "./signIn.ts";

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1440, height: 900 };

/** A browser for each of the people in a story: own storage, own keys. */
export class Browsers {
  readonly #browser: Browser;
  readonly #publicUrl: string;
  readonly #contexts: BrowserContext[] = [];
  readonly #troubles: string[] = [];

  constructor(browser: Browser, publicUrl: string) {
    this.#browser = browser;
    this.#publicUrl = publicUrl;
  }

  /**
   * A browser that nobody has signed in to.
   * @param options `installed`: with the service worker, as people have it; without, every request is the test's to see
   */
  async fresh(viewport = PHONE, { installed = false } = {}): Promise<Page> {
    const context = await this.#browser.newContext({
      baseURL: this.#publicUrl,
      locale: "ja-JP",
      timezoneId: "Asia/Tokyo",
      viewport,
      serviceWorkers: installed ? "allow" : "block",
      hasTouch: viewport.width < 800,
    });
    this.#contexts.push(context);
    // Messages leave at once; the test of taking them back chooses its seconds in the settings.
    await context.addInitScript(() => {
      if (location.protocol !== "about:" && localStorage.getItem("tsunagi.preferences") === null)
        localStorage.setItem("tsunagi.preferences", JSON.stringify({ undoSeconds: 0 }));
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => this.#troubles.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      // A response that refuses is the application's to show; code and policy that break are not.
      if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
        this.#troubles.push(`${page.url()}: ${message.text()}`);
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(this.#publicUrl) && /^https?:/.test(request.url()))
        this.#troubles.push(`a request left for ${request.url()}`);
    });
    return page;
  }

  /** A browser with somebody signed in: a first sign-in with its password change, or a later one. */
  async enter(account: Account, viewport = PHONE): Promise<Page> {
    await until("the homeserver has made the account", () => canSignIn(this.#publicUrl, account));
    const page = await this.fresh(viewport);
    await signIn(page, account);
    return page;
  }

  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close();
    expect(this.#troubles).toEqual([]);
  }
}

/** Tries the password, and leaves no device behind. */
async function canSignIn(publicUrl: string, { loginName, password }: Account): Promise<boolean> {
  const identifier = { type: "m.id.user", user: loginName };
  const login = await fetch(`${publicUrl}/_matrix/client/v3/login`, {
    method: "POST",
    body: JSON.stringify({ type: "m.login.password", identifier, password }),
  });
  const { access_token: token } = (await login.json()) as { access_token?: string };
  if (!token) return false;
  const headers = { authorization: `Bearer ${token}` };
  await fetch(`${publicUrl}/_matrix/client/v3/logout`, { method: "POST", headers, body: "{}" });
  return true;
}
