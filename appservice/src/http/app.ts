import fs from "node:fs";
import path from "node:path";
import { CareError } from "@tsunagi/care/kernel/errors";
import type { Care } from "@tsunagi/care/kernel/unit";
import express, { type Express, type Request } from "express";
import { rateLimit } from "express-rate-limit";
import sirv from "sirv";
import type { HttpConfig } from "../config/config.ts";
import type { Log } from "../log/log.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { correlate, correlationId } from "./correlation.ts";
import { devClient } from "./devClient.ts";
import { handleErrors } from "./errors.ts";
import { type Guard, matrixGateway } from "./gateway/matrixGateway.ts";
import { mountRoutes } from "./mount.ts";
import { openApiDocument } from "./openapi.ts";
import type { AnyRoute } from "./route.ts";
import { sameSecret } from "./secrets.ts";
import { permissionsPolicy, securityHeaders } from "./security.ts";
import type { Sessions } from "./sessions.ts";

export interface AppOptions {
  readonly config: HttpConfig;
  readonly homeserverUrl: string;
  readonly care: Care;
  readonly sessions: Sessions;
  readonly routes: Readonly<Record<string, AnyRoute>>;
  readonly guards: readonly Guard[];
  readonly metrics: Metrics;
  readonly log: Log;
  /** Throws when the hub cannot do its work now. */
  readonly checkReady: () => Promise<void>;
}

const JSON_BYTES = 200_000;

/** The hub's one public port: REST, the Matrix gateway and the web client. */
export function createApp(options: AppOptions): Express {
  const { config, log, metrics } = options;
  const secure = config.publicUrl.startsWith("https:");
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", config.trustedProxies);
  app.use(correlate, permissionsPolicy, securityHeaders({ secure, development: config.webDevUrl !== undefined }));
  app.use("/_matrix", matrixGateway({ homeserverUrl: options.homeserverUrl, guards: options.guards, log }));
  app.get("/.well-known/matrix/client", (_request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    response.json({ "m.homeserver": { base_url: config.publicUrl } });
  });
  mountOperations(app, options);
  app.use("/api", apiRouter(options));
  if (config.webDevUrl) app.use(devClient(config.webDevUrl));
  else if (config.webDir && fs.existsSync(path.join(config.webDir, "index.html"))) app.use(serveClient(config.webDir));
  app.use(handleErrors(log));
  metrics.registry.setDefaultLabels({});
  return app;
}

function apiRouter({ config, care, sessions, routes, metrics, log }: AppOptions): express.Router {
  const router = express.Router();
  const document = openApiDocument(config.publicUrl);
  const limit = (perMinute: number) =>
    rateLimit({
      windowMs: 60_000,
      limit: perMinute,
      standardHeaders: "draft-8",
      legacyHeaders: false,
      handler: (_request, _response, next) => next(new CareError("tooManyRequests")),
    });
  router.use(logRequests(log));
  router.get("/openapi.json", (_request, response) => {
    response.json(document);
  });
  router.post("/session", limit(config.signInsPerMinute));
  router.use(limit(config.requestsPerMinute));
  const { publicUrl, uploadBytes } = config;
  router.use(mountRoutes(routes, { care, sessions, metrics, publicUrl, jsonBytes: JSON_BYTES, uploadBytes }));
  router.use((_request, _response, next) => next(new CareError("notFound")));
  return router;
}

/** Method, matched route, status and time; paths hold opaque ids, and even those stay out. */
function logRequests(log: Log): express.RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.once("finish", () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? "-";
      const ms = Math.round(performance.now() - began);
      log.info(
        { request: correlationId(response), method: request.method, route, status: response.statusCode, ms },
        "request",
      );
    });
    next();
  };
}

function mountOperations(app: Express, { config, metrics, checkReady, log }: AppOptions): void {
  app.get("/healthz", (_request, response) => {
    response.type("text").send("ok");
  });
  app.get("/readyz", (_request, response) => {
    checkReady().then(
      () => response.type("text").send("ready"),
      (error: unknown) => {
        log.warn({ reason: error instanceof Error ? error.message : String(error) }, "not ready");
        response.status(503).type("text").send("not ready");
      },
    );
  });
  app.get("/metrics", (request, response, next) => {
    if (!mayReadMetrics(request, config.metricsToken)) return next(new CareError("forbidden"));
    metrics.registry.metrics().then((text) => response.type(metrics.registry.contentType).send(text), next);
  });
}

/** With a token set, whoever has it; without, callers on this machine that came through no proxy. */
function mayReadMetrics(request: Request, token: string | undefined): boolean {
  if (token) return sameSecret(`Bearer ${token}`, request.headers.authorization);
  const local = ["127.0.0.1", "::1", "::ffff:127.0.0.1"].includes(request.socket.remoteAddress ?? "");
  return local && request.headers["x-forwarded-for"] === undefined;
}

/** The built client: hashed files for good, the page itself never from a cache; every path is the page. */
function serveClient(webDir: string): express.RequestHandler {
  return sirv(webDir, {
    single: true,
    gzip: true,
    brotli: true,
    etag: true,
    setHeaders: (response, pathname) => {
      const hashed = pathname.startsWith("/assets/");
      response.setHeader("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
}
