import { Agent, type ServerResponse } from "node:http";
import express, { type Request, type RequestHandler, type Router } from "express";
import { createProxyServer } from "http-proxy-3";
import { errorFields, type Log } from "../../log/log.ts";
import { matrixPath, plainPath } from "./target.ts";

interface Options {
  readonly homeserverUrl: string;
  readonly guards: readonly Guard[];
  readonly log: Log;
}

/** A path that is looked at before the homeserver gets it. */
export interface Guard {
  readonly method: string;
  /** Matched against the decoded path, from `/_matrix` on. */
  readonly path: RegExp;
  readonly handle: RequestHandler;
}

const GUARDED_BYTES = 200_000;
/** Shorter than Synapse keeps idle connections (60 s), so that no request goes into one it is closing. */
const IDLE_MS = 20_000;

/**
 * One origin: the client's Matrix requests go to Synapse through the hub. Only the client API passes; federation, keys
 * and administration do not exist out here.
 */
export function matrixGateway({ homeserverUrl, guards, log }: Options): Router {
  const router = express.Router();
  const proxy = createProxyServer({
    target: homeserverUrl,
    // As many connections as there are clients: every one holds a /sync open.
    agent: new Agent({ keepAlive: true, timeout: IDLE_MS }),
  });
  proxy.on("error", (error, _request, response) => {
    log.warn(errorFields(error), "the homeserver did not answer a client");
    refuse(
      response as ServerResponse,
      502,
      "M_UNKNOWN",
      "メッセージサーバーにつながりません / The homeserver cannot be reached",
    );
  });
  const forward = (request: Request, response: ServerResponse) => {
    request.url = request.originalUrl; // Express took the prefix off
    replaceForwardedHeaders(request);
    void proxy.web(request, response);
  };

  router.use((request, response, next) => {
    const path = matrixPath(request.originalUrl);
    if (path === null) {
      refuse(response, 404, "M_UNRECOGNIZED", "Not available");
      return;
    }
    if (hasUncountedBody(request)) {
      refuse(response, 411, "M_UNKNOWN", "Content-Length is needed");
      return;
    }
    const plain = plainPath(path);
    const guard = guards.find((candidate) => candidate.method === request.method && candidate.path.test(plain));
    if (!guard) {
      forward(request, response);
      return;
    }
    express.raw({ type: () => true, limit: GUARDED_BYTES })(request, response, (error?: unknown) => {
      if (error) next(error);
      else guard.handle(request, response, next);
    });
  });
  return router;
}

/** The proxy would send such a body without its length, and the homeserver would read it as another request. */
const hasUncountedBody = ({ method, headers }: Request): boolean =>
  (method === "DELETE" || method === "OPTIONS") && headers["transfer-encoding"] !== undefined;

/** Who asks, as far as our own proxies vouch for it; what the client says of itself there counts for nothing. */
export const forwardedHeaders = (request: Request): Record<string, string> => ({
  "x-forwarded-for": request.ip ?? "",
  "x-forwarded-proto": request.protocol,
});

function replaceForwardedHeaders(request: Request): void {
  const known = forwardedHeaders(request);
  for (const name of Object.keys(request.headers)) {
    if (name === "forwarded" || name.startsWith("x-forwarded-")) delete request.headers[name];
  }
  Object.assign(request.headers, known);
}

/** An error as Matrix clients read it. */
export function refuse(response: ServerResponse, status: number, errcode: string, error: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { "content-type": "application/json", "access-control-allow-origin": "*" });
  response.end(JSON.stringify({ errcode, error }));
}
