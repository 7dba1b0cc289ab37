import { problemDetails } from "@tsunagi/contracts/problems";
import type { Api, RouteName } from "@tsunagi/contracts/rest/api";
import type { Endpoint, ResponseOf } from "@tsunagi/contracts/rest/endpoint";
import { addressOf, type CallInput, type LooseInput } from "./callInput.ts";
import { endpointOf } from "./endpoints.ts";
import { HubProblem, HubUnreachable, isProblem } from "./errors.ts";
import { IdempotencyKeys } from "./idempotencyKeys.ts";

export interface HubClientInputs {
  readonly fetch: typeof fetch;
  /** Told of every request whether it got through. */
  readonly onReached?: (reached: boolean) => void;
  /** Waits between attempts; tests pass none. */
  readonly pause?: (milliseconds: number) => Promise<void>;
}

/** Opens the session again, silently; gives false when only the person can. */
export type Renewal = () => Promise<boolean>;

const ATTEMPTS = [0, 400, 1_500];
const JSON_TIMEOUT = 20_000;
const FILE_TIMEOUT = 180_000;
/** A whole nation's list over a slow line. */
const STREAM_TIMEOUT = 3_600_000;
/** Routes that make the session: never renewed from within. */
const SESSION_ROUTES: ReadonlySet<RouteName> = new Set(["openSession", "closeSession"]);

/**
 * The hub's REST API, typed by contracts/rest/api. Every write carries the CSRF token and an idempotency key; a lost
 * connection is tried again with the same key; an ended session is renewed once.
 * @throws HubProblem when refused, HubUnreachable when no answer came
 */
export class HubClient {
  readonly #fetch: typeof fetch;
  readonly #onReached: (reached: boolean) => void;
  readonly #pause: (milliseconds: number) => Promise<void>;
  readonly #keys = new IdempotencyKeys();
  #renewal: Renewal | undefined;
  #renewing: Promise<boolean> | undefined;
  #onStepNeeded: () => void = () => undefined;
  #csrfToken = "";

  constructor({ fetch: send, onReached = () => undefined, pause }: HubClientInputs) {
    this.#fetch = send;
    this.#onReached = onReached;
    this.#pause = pause ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)));
  }

  /** The session that was just opened or read. */
  useSession({ csrfToken }: { readonly csrfToken: string }): void {
    this.#csrfToken = csrfToken;
  }

  renewBy(renewal: Renewal): void {
    this.#renewal = renewal;
  }

  /** Told when the hub says that this device must do a step first: it was ready, and is not any more. */
  onStepNeeded(listener: () => void): void {
    this.#onStepNeeded = listener;
  }

  async call<Name extends RouteName>(name: Name, input: CallInput<Name>): Promise<ResponseOf<Api[Name]>> {
    const endpoint = await endpointOf(name);
    const response = await this.#send(name, endpoint, input as LooseInput);
    return endpoint.response.parse(await response.json()) as ResponseOf<Api[Name]>;
  }

  /** For routes that answer with bytes. */
  async file<Name extends RouteName>(name: Name, input: CallInput<Name>): Promise<Blob> {
    return (await this.#send(name, await endpointOf(name), input as LooseInput)).blob();
  }

  async #send(name: RouteName, endpoint: Endpoint, input: LooseInput): Promise<Response> {
    const address = addressOf(endpoint, input);
    if (endpoint.method === "GET") return this.#withSession(name, () => this.#request(endpoint, address, input, ""));
    const body = input.bytes ? `${input.bytes.size}` : JSON.stringify(input.body ?? {});
    const write = `${name} ${address} ${body}`;
    const key = this.#keys.keyFor(write);
    try {
      const response = await this.#withSession(name, () => this.#request(endpoint, address, input, key));
      this.#keys.answered(write);
      return response;
    } catch (error) {
      if (error instanceof HubUnreachable && !input.bytes) this.#keys.unanswered(write, key);
      else this.#keys.answered(write);
      throw error;
    }
  }

  /** Once more after the session was renewed. */
  async #withSession(name: RouteName, request: () => Promise<Response>): Promise<Response> {
    try {
      return await request();
    } catch (error) {
      if (isProblem(error, "deviceNotApproved") || isProblem(error, "passwordChangeNeeded")) this.#onStepNeeded();
      const ended = isProblem(error, "notSignedIn") || isProblem(error, "csrf");
      if (!ended || SESSION_ROUTES.has(name) || !(await this.#renew())) throw error;
      return request();
    }
  }

  /** Several requests that meet an ended session renew it together. */
  #renew(): Promise<boolean> {
    this.#renewing ??= (this.#renewal?.() ?? Promise.resolve(false)).finally(() => {
      this.#renewing = undefined;
    });
    return this.#renewing;
  }

  async #request(endpoint: Endpoint, address: string, input: LooseInput, key: string): Promise<Response> {
    let cause: unknown;
    for (const wait of input.bytes ? [0] : ATTEMPTS) {
      if (wait > 0) await this.#pause(wait);
      input.signal?.throwIfAborted();
      try {
        const response = await this.#fetch(`/api${address}`, this.#init(endpoint, input, key));
        if (response.ok) {
          this.#onReached(true);
          return response;
        }
        const problem = await problemOf(response);
        if (problem) {
          this.#onReached(true);
          throw problem;
        }
        cause = new Error(`status ${response.status}`);
      } catch (error) {
        if (error instanceof HubProblem) throw error;
        input.signal?.throwIfAborted();
        cause = error;
      }
    }
    this.#onReached(false);
    throw new HubUnreachable(cause);
  }

  #init(endpoint: Endpoint, { body, bytes, signal }: LooseInput, key: string): RequestInit {
    const longest = bytes || endpoint.rawResponse ? FILE_TIMEOUT : JSON_TIMEOUT;
    const timeout = AbortSignal.timeout(endpoint.streamBody ? STREAM_TIMEOUT : longest);
    const signals = signal ? AbortSignal.any([signal, timeout]) : timeout;
    const common: RequestInit = { method: endpoint.method, credentials: "same-origin", signal: signals };
    if (endpoint.method === "GET") return common;
    const headers = {
      "content-type": bytes ? "application/octet-stream" : "application/json",
      "x-csrf-token": this.#csrfToken,
      "idempotency-key": key,
    };
    return { ...common, headers, body: bytes ?? JSON.stringify(body ?? {}) };
  }
}

/** The problem an answer holds; undefined for one that is not the hub's own (a proxy's, a captive portal's). */
async function problemOf(response: Response): Promise<HubProblem | undefined> {
  if (!response.headers.get("content-type")?.includes("problem+json")) return undefined;
  const parsed = problemDetails.safeParse(await response.json().catch(() => undefined));
  return parsed.success ? new HubProblem(parsed.data) : undefined;
}
