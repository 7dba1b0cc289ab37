import { setTimeout as delay } from "node:timers/promises";
import { Agent, request } from "undici";
import { HomeserverUnreachable, MatrixError } from "./errors.ts";

export interface HomeserverOptions {
  readonly url: string;
  readonly asToken: string;
  /** How often a transient failure is tried again before it is thrown. */
  readonly attempts: number;
}

export interface RequestOptions {
  /** JSON value, or a string that is JSON already. */
  readonly body?: unknown;
  readonly bytes?: Uint8Array;
  readonly query?: Readonly<Record<string, string>>;
  /** Whom the hub speaks as (MSC3202: with which of their devices). */
  readonly as?: { readonly userId: string; readonly deviceId?: string };
  /** Without the appservice's token. */
  readonly anonymous?: boolean;
  readonly attempts?: number;
}

const FIRST_DELAY_MS = 100;
/** Whoever is asked to wait longer than this is told at once, and has other things to do meanwhile. */
const LONGEST_DELAY_MS = 5_000;

/** Client-server and admin API of the homeserver, as the appservice. */
export class Homeserver {
  readonly #options: HomeserverOptions;
  readonly #agent = new Agent({ keepAliveTimeout: 20_000, connections: 64, pipelining: 1 });

  constructor(options: HomeserverOptions) {
    this.#options = options;
  }

  /** @returns the parsed JSON answer. @throws MatrixError, HomeserverUnreachable */
  async json<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
    const text = await this.text(method, path, options);
    try {
      return JSON.parse(text) as T;
    } catch {
      // A proxy in between has answered for it. What it wrote stays out of the error.
      throw new MatrixError(`${method} ${path}: the answer is not JSON`, 502, "M_UNKNOWN");
    }
  }

  /** The answer as the homeserver wrote it: the crypto machine reads it itself. */
  async text(method: Method, path: string, options: RequestOptions = {}): Promise<string> {
    return (await this.#send(method, path, options)).toString("utf8");
  }

  async bytes(path: string, options: RequestOptions = {}): Promise<Buffer> {
    return this.#send("GET", path, options);
  }

  close(): Promise<void> {
    return this.#agent.close();
  }

  async #send(method: Method, path: string, options: RequestOptions): Promise<Buffer> {
    const attempts = options.attempts ?? this.#options.attempts;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#once(method, path, options);
      } catch (error) {
        const transient = error instanceof HomeserverUnreachable || (error instanceof MatrixError && error.transient);
        const asked = error instanceof MatrixError ? error.retryAfterMs : undefined;
        const delayMs = asked ?? Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1));
        if (!transient || attempt >= attempts || delayMs > LONGEST_DELAY_MS) throw error;
        await delay(delayMs);
      }
    }
  }

  async #once(method: Method, path: string, options: RequestOptions): Promise<Buffer> {
    const url = this.#url(path, options);
    const { body, bytes } = options;
    const payload = bytes ?? (body === undefined ? null : typeof body === "string" ? body : JSON.stringify(body));
    const headers = {
      ...(options.anonymous ? {} : { authorization: `Bearer ${this.#options.asToken}` }),
      "content-type": bytes ? "application/octet-stream" : "application/json",
    };
    let status: number;
    let content: Buffer;
    try {
      const response = await request(url, { method, headers, body: payload, dispatcher: this.#agent });
      status = response.statusCode;
      content = Buffer.from(await response.body.arrayBuffer());
    } catch (error) {
      throw new HomeserverUnreachable(error);
    }
    if (status >= 400) throw toError(method, path, status, content);
    return content;
  }

  #url(path: string, { query, as }: RequestOptions): URL {
    const url = new URL(this.#options.url + path);
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    if (as) url.searchParams.set("user_id", as.userId);
    if (as?.deviceId) url.searchParams.set("device_id", as.deviceId);
    return url;
  }
}

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** Paths hold ids only, so they may stand in an error. */
function toError(method: string, path: string, status: number, content: Buffer): MatrixError {
  const { errcode, error, retry_after_ms: after } = readError(content);
  const code = typeof errcode === "string" ? errcode : "M_UNKNOWN";
  const retryAfterMs = typeof after === "number" && after >= 0 ? after : undefined;
  return new MatrixError(`${method} ${path}: ${status} ${code} ${String(error ?? "")}`, status, code, retryAfterMs);
}

function readError(content: Buffer): { errcode?: unknown; error?: unknown; retry_after_ms?: unknown } {
  try {
    return { ...(JSON.parse(content.toString("utf8")) as object) };
  } catch {
    return { error: "not JSON" };
  }
}
