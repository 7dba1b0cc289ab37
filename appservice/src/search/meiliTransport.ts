import { EngineAway } from "@tsunagi/care/facilities/search/engineAway";
import { Agent, request } from "undici";
import { EngineRefusal } from "./errors.ts";

type HttpClient = (...args: Parameters<typeof fetch>) => Promise<unknown>;

const TIMEOUT_MS = 10_000;

/**
 * How the Meilisearch client reaches its server: a fresh connection for every request. On a kept-alive one each answer
 * stood still for 40 ms: the server writes its head and its body apart, Nagle's algorithm holds the body back until the
 * head is acknowledged, and this side's kernel delays that acknowledgement. A new connection acknowledges at once, and
 * costs a fraction of a millisecond (measured: `npm run bench -- engineStall`).
 */
export function meiliTransport(): { readonly httpClient: HttpClient; close(): Promise<void> } {
  const agent = new Agent({ pipelining: 0, connections: 64, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
  const httpClient: HttpClient = async (input, init = {}) => {
    const url = new URL(String(input));
    const method = init.method as "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
    const { status, text } = await send(url, {
      method,
      headers: Object.fromEntries(new Headers(init.headers)),
      body: typeof init.body === "string" ? init.body : null,
      dispatcher: agent,
    });
    if (status < 400) return text === "" ? undefined : JSON.parse(text);
    if (status >= 500 || status === 429) throw new EngineAway();
    throw new EngineRefusal(`${method} ${url.pathname}`, status, codeOf(text));
  };
  return { httpClient, close: () => agent.close() };
}

async function send(url: URL, options: Parameters<typeof request>[1]): Promise<{ status: number; text: string }> {
  try {
    const { statusCode: status, body } = await request(url, options);
    return { status, text: await body.text() };
  } catch (error) {
    throw new EngineAway(error);
  }
}

function codeOf(text: string): string {
  try {
    return String((JSON.parse(text) as { code?: unknown }).code ?? "unknown");
  } catch {
    return "not JSON";
  }
}
