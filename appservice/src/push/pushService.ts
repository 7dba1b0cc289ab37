import type { VapidKeys } from "@tsunagi/care/notices/devices/vapid";
import type { PushAddress, PushPayload } from "@tsunagi/contracts/rest/notices";
import { Agent, request } from "undici";
import webPush from "web-push";
import { mayBePushService, publicLookup } from "./addresses.ts";

/** What a push service said. `gone`: the browser has no such subscription any more; `refused`: not this push, ever. */
export type Taken = "taken" | "gone" | "refused";

/** The push service asks to wait, or is not there. */
export class PushServiceBusy extends Error {}

export interface PushConfig {
  /** Whom a push service may turn to: `mailto:` or `https:` (RFC 8292). */
  readonly subject: string;
  /** Hosts that may be inside, and plain http: a push service of one's own, tests. */
  readonly allowedHosts: readonly string[];
}

const TIMEOUT_MS = 10_000;
/** How long a push service keeps it for a device that is switched off, in seconds. */
const KEEP_SECONDS = { urgent: 86_400, routine: 4 * 86_400 } as const;

/** Speaks Web Push (RFC 8030, 8291, 8292): `web-push` signs and encrypts, undici carries it, no way leads inside. */
export class PushService {
  readonly #config: PushConfig;
  readonly #outside = new Agent({ connect: { lookup: publicLookup, timeout: TIMEOUT_MS } });
  readonly #anywhere = new Agent({ connect: { timeout: TIMEOUT_MS } });

  constructor(config: PushConfig) {
    this.#config = config;
  }

  mayCall(endpoint: string): boolean {
    return mayBePushService(endpoint, this.#config.allowedHosts);
  }

  /** @throws PushServiceBusy, or whatever kept the push service from being reached */
  async send(address: PushAddress, payload: PushPayload, keys: VapidKeys): Promise<Taken> {
    const { endpoint, p256dh, auth } = address;
    if (!this.mayCall(endpoint)) return "refused";
    const subscription = { endpoint, keys: { p256dh, auth } };
    const { headers, body } = webPush.generateRequestDetails(subscription, JSON.stringify(payload), {
      vapidDetails: { subject: this.#config.subject, ...keys },
      TTL: payload.urgent ? KEEP_SECONDS.urgent : KEEP_SECONDS.routine,
      urgency: payload.urgent ? "high" : "normal",
      contentEncoding: "aes128gcm",
    });
    const answer = await request(endpoint, {
      method: "POST",
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      body: body as Buffer,
      dispatcher: this.#config.allowedHosts.includes(new URL(endpoint).hostname) ? this.#anywhere : this.#outside,
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
    });
    await answer.body.dump();
    return verdict(answer.statusCode);
  }

  async close(): Promise<void> {
    await Promise.all([this.#outside.close(), this.#anywhere.close()]);
  }
}

/** RFC 8030, 5-7.3; redirections are not followed. */
function verdict(status: number): Taken {
  if (status >= 200 && status < 300) return "taken";
  if (status === 404 || status === 410) return "gone";
  if (status === 429 || status >= 500) throw new PushServiceBusy(`the push service answers ${status}`);
  return "refused";
}
