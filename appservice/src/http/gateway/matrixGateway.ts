import { Agent, type ServerResponse } from "node:http";
import express, { type Request, type RequestHandler, type Router } from "express";
import { createProxyServer } from "http-proxy-3";
import { errorFields, type Log } from "../../log/log.ts";

interface Options {
  readonly homeserverUrl: string;
  readonly guards: readonly Guard[];
  readonly log: Log;
}

/** A path that is looked at before the homeserver gets it. */
export interface Guard {
  readonly method: string;
  readonly path: RegExp;
  readonly handle: RequestHandler;
}

const GUARDED_BYTES = 200_000;

/**
 * One origin: the client's Matrix requests go to Synapse through the hub. Only the client API passes; federation, keys
 * and administration do not exist out here.
 */
export function matrixGateway({ homeserverUrl, guards, log }: Options): Router {
  const router = express.Router();
  const proxy = createProxyServer({
    target: homeserverUrl,
    xfwd: true,
    agent: new Agent({ keepAlive: true, maxSockets: 256 }),
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
    void proxy.web(request, response);
  };

  router.use((request, response, next) => {
    if (!/^\/_matrix\/(client|media)\//.test(request.originalUrl)) {
      refuse(response, 404, "M_UNRECOGNIZED", "Not available");
      return;
    }
    const guard = guards.find(({ method, path }) => method === request.method && path.test(request.path));
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

/** An error as Matrix clients read it. */
export function refuse(response: ServerResponse, status: number, errcode: string, error: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { "content-type": "application/json", "access-control-allow-origin": "*" });
  response.end(JSON.stringify({ errcode, error }));
}
