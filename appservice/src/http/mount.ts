import { CareError } from "@tsunagi/care/kernel/errors";
import type { Care } from "@tsunagi/care/kernel/unit";
import type { Endpoint } from "@tsunagi/contracts/rest/endpoint";
import express, { type NextFunction, type Request, type RequestHandler, type Response, type Router } from "express";
import type { Metrics } from "../metrics/metrics.ts";
import { readCookie, SESSION_COOKIE } from "./cookies.ts";
import { correlationId } from "./correlation.ts";
import { once } from "./idempotency.ts";
import { invalidInput } from "./problem.ts";
import { type AnyRoute, type Input, SENT } from "./route.ts";
import { sameSecret } from "./secrets.ts";
import { requireReady, type Sessions, type SignedIn } from "./sessions.ts";

interface Dependencies {
  readonly care: Care;
  readonly sessions: Sessions;
  readonly metrics: Metrics;
  readonly publicUrl: string;
  readonly jsonBytes: number;
  readonly uploadBytes: number;
}

const KEY_PATTERN = /^[\w-]{8,100}$/;

/** Turns the table of routes into an Express router: the same checks in the same order for every one. */
export function mountRoutes(routes: Readonly<Record<string, AnyRoute>>, dependencies: Dependencies): Router {
  const router = express.Router();
  for (const [name, route] of Object.entries(routes)) {
    const { method, path, rawBody, streamBody } = route.endpoint;
    const limit = rawBody ? dependencies.uploadBytes : dependencies.jsonBytes;
    const parse = streamBody ? [] : [express.raw({ type: () => true, limit })];
    const verb = method.toLowerCase() as "get" | "post" | "put" | "delete";
    router[verb](path.replaceAll(/\{(\w+)\}/g, ":$1"), ...parse, serve(name, route, dependencies));
  }
  return router;
}

function serve(name: string, route: AnyRoute, d: Dependencies): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const stop = d.metrics.requests.startTimer({ route: name });
    response.once("finish", () => stop({ status: String(response.statusCode) }));
    answer(route, request, response, d).catch(next);
  };
}

async function answer(route: AnyRoute, request: Request, response: Response, d: Dependencies): Promise<void> {
  const { endpoint } = route;
  const signedIn =
    endpoint.requires === "open"
      ? undefined
      : await d.sessions.find(readCookie(request, SESSION_COOKIE), correlationId(response));
  checkOrigin(request, d.publicUrl);
  if (signedIn) {
    if (!endpoint.limited) requireReady(signedIn);
    if (endpoint.method !== "GET") checkCsrf(request, signedIn);
  }
  const input = readInput(endpoint, request);
  const result = await run(route, { request, response, signedIn, input }, d);
  if (result === SENT) return;
  response.setHeader("cache-control", "no-store");
  response.json(endpoint.response.parse(result));
}

interface Call {
  readonly request: Request;
  readonly response: Response;
  readonly signedIn: SignedIn | undefined;
  readonly input: Input<Endpoint>;
}

function run(route: AnyRoute, { request, response, signedIn, input }: Call, d: Dependencies): Promise<unknown> {
  const id = correlationId(response);
  if (route.kind === "plain") return route.handle({ request, response, signedIn, correlationId: id }, input);
  if (!signedIn) throw new CareError("notSignedIn");
  const { method, originalUrl: path } = request;
  const caller = { staffId: signedIn.staff.id, channel: "web" as const, correlationId: id };
  const idempotent = { key: idempotencyKey(request), method, path, body: input.bytes };
  const { audited } = route;
  return d.care.asStaff(caller, (unit) => once(unit, idempotent, () => route.handle(unit, input)), { audited });
}

/** @throws CareError malformedRequest for what is not JSON, invalidInput for what does not fit */
function readInput(endpoint: Endpoint, request: Request): Input<Endpoint> {
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const body = endpoint.rawBody || endpoint.streamBody ? {} : parseJson(bytes);
  const read = (schema: Endpoint["body"], value: unknown) => {
    const result = schema.safeParse(value);
    if (!result.success) throw invalidInput(result.error);
    return result.data;
  };
  return {
    params: read(endpoint.params, request.params),
    query: read(endpoint.query, request.query),
    body: read(endpoint.body, body),
    bytes,
  } as Input<Endpoint>;
}

function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return {};
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new CareError("malformedRequest");
  }
}

/** Another site's page may not call us with somebody's cookie. */
function checkOrigin(request: Request, publicUrl: string): void {
  const { origin } = request.headers;
  if (request.method !== "GET" && origin !== undefined && origin !== publicUrl) throw new CareError("csrf");
}

function checkCsrf(request: Request, { session }: SignedIn): void {
  if (!sameSecret(session.csrfToken, request.headers["x-csrf-token"])) throw new CareError("csrf");
}

function idempotencyKey(request: Request): string | undefined {
  const key = request.headers["idempotency-key"];
  if (key === undefined || request.method === "GET") return undefined;
  if (typeof key !== "string" || !KEY_PATTERN.test(key)) throw new CareError("malformedRequest");
  return key;
}
