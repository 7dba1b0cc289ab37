import type { ProblemDetails } from "@tsunagi/contracts/problems";
import { type Api, api, type RouteName } from "@tsunagi/contracts/rest/api";
import type { Endpoint, ResponseOf } from "@tsunagi/contracts/rest/endpoint";
import type { z } from "zod";

/** The hub refused: its problem details. */
export class HubProblem extends Error {
  readonly problem: ProblemDetails;

  constructor(problem: ProblemDetails) {
    super(`${problem.status} ${problem.code}: ${problem.en}`);
    this.problem = problem;
  }
}

type PartOf<E extends Endpoint, Name extends "params" | "query" | "body"> = z.input<E[Name]>;
export type CallInput<E extends Endpoint> = {
  readonly params?: PartOf<E, "params">;
  readonly query?: PartOf<E, "query">;
  readonly body?: PartOf<E, "body">;
  readonly bytes?: Uint8Array;
  readonly idempotencyKey?: string;
};

/** The hub's REST API as a browser uses it: cookie, CSRF token, JSON. */
export class HubApi {
  readonly #publicUrl: string;
  #cookie = "";
  csrfToken = "";

  constructor(publicUrl: string) {
    this.#publicUrl = publicUrl;
  }

  /** A session opened elsewhere. */
  static resume(publicUrl: string, session: { cookie: string; csrfToken: string }): HubApi {
    const hub = new HubApi(publicUrl);
    hub.#cookie = session.cookie;
    hub.csrfToken = session.csrfToken;
    return hub;
  }

  get session(): { cookie: string; csrfToken: string } {
    return { cookie: this.#cookie, csrfToken: this.csrfToken };
  }

  async call<Name extends RouteName>(name: Name, input: CallInput<Api[Name]> = {}): Promise<ResponseOf<Api[Name]>> {
    const response = await this.raw(name, input);
    const content = (await response.json()) as unknown;
    if (!response.ok) throw new HubProblem(content as ProblemDetails);
    return content as ResponseOf<Api[Name]>;
  }

  async raw<Name extends RouteName>(name: Name, input: CallInput<Api[Name]> = {}): Promise<Response> {
    const endpoint: Endpoint = api[name];
    const params = (input.params ?? {}) as Record<string, string>;
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ""));
    const url = new URL(`${this.#publicUrl}/api${path}`);
    for (const [key, value] of Object.entries((input.query ?? {}) as Record<string, unknown>))
      url.searchParams.set(key, String(value));
    const body = input.bytes ?? (endpoint.method === "GET" ? undefined : JSON.stringify(input.body ?? {}));
    const response = await fetch(url, {
      method: endpoint.method,
      headers: {
        "content-type": input.bytes ? "application/octet-stream" : "application/json",
        cookie: this.#cookie,
        "x-csrf-token": this.csrfToken,
        ...(input.idempotencyKey ? { "idempotency-key": input.idempotencyKey } : {}),
      },
      ...(body === undefined ? {} : { body: body as string }),
    });
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith("tsunagi_session="));
    if (cookie) this.#cookie = cookie.split(";")[0] ?? "";
    return response;
  }
}
