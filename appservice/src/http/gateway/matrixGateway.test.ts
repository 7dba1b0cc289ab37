import { createServer, type IncomingMessage, type Server } from "node:http";
import net, { type AddressInfo } from "node:net";
import express from "express";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Guard, matrixGateway } from "./matrixGateway.ts";

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** What has arrived at the homeserver, and at the guards. */
let seen: Seen[];
let guarded: string[];
let homeserver: Server;
let hub: Server;
let port: number;
let onSync: ((answer: () => void) => void) | undefined;

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });

const guard = (method: string, path: RegExp): Guard => ({
  method,
  path,
  handle: (request, response) => {
    guarded.push(`${request.originalUrl} ${(request.body as Buffer | undefined)?.toString() ?? ""}`);
    response.end("looked at");
  },
});

async function start(trustedProxies: number, homeserverUrl?: string): Promise<void> {
  const app = express();
  app.set("trust proxy", trustedProxies);
  const guards = [guard("POST", /^\/_matrix\/client\/(v3|r0|unstable)\/account\/password\/?$/)];
  const log = pino({ level: "silent" });
  const url = homeserverUrl ?? `http://127.0.0.1:${(homeserver.address() as AddressInfo).port}`;
  app.use("/_matrix", matrixGateway({ homeserverUrl: url, guards, log }));
  hub = createServer(app);
  port = await listen(hub);
}

beforeEach(async () => {
  seen = [];
  guarded = [];
  onSync = undefined;
  homeserver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
      const answer = () => response.setHeader("x-from", "homeserver").end(`answer to ${url}`);
      if (url.includes("/sync") && onSync) onSync(answer);
      else answer();
    });
  });
  await listen(homeserver);
});
afterEach(() => {
  for (const server of [hub, homeserver]) {
    server.closeAllConnections();
    server.close();
  }
});

/** Sends bytes as they are; no HTTP client tidies them up. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, "127.0.0.1", () => socket.write(text));
    const chunks: Buffer[] = [];
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("close", () => resolve(Buffer.concat(chunks).toString()));
  });
}

const post = (target: string, headers = ""): Promise<string> =>
  raw(`POST ${target} HTTP/1.1\r\nHost: hub\r\nConnection: close\r\nContent-Length: 2\r\n${headers}\r\n{}`);
const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`);

describe("the Matrix gateway", () => {
  it("passes client requests on with their body and gives the answer back", async () => {
    await start(0);
    const target = "/_matrix/client/v3/rooms/!r:hub/send/m.room.encrypted/1?user=a%20b";
    const response = await fetch(`http://127.0.0.1:${port}${target}`, { method: "PUT", body: '{"x":1}' });
    expect([response.status, response.headers.get("x-from")]).toEqual([200, "homeserver"]);
    expect(seen).toMatchObject([{ method: "PUT", url: target, body: '{"x":1}' }]);
  });

  it("lets a guard look first, with the body", async () => {
    await start(0);
    for (const version of ["v3", "r0", "unstable"]) await post(`/_matrix/client/${version}/account/password`);
    expect(guarded).toEqual([
      "/_matrix/client/v3/account/password {}",
      "/_matrix/client/r0/account/password {}",
      "/_matrix/client/unstable/account/password {}",
    ]);
    expect(seen).toEqual([]);
  });

  it.each([
    "/_matrix/client/v3/account/password?",
    "/_matrix/client/v3/account/password?access_token=x&a=/../",
    "/_matrix/client/v3/account/password/",
    "/_matrix/client/v3/account/passwor%64",
    "/_matrix/client/v3/account%2Fpassword",
    "/_matrix/client/v3//account/password",
    "/_matrix/client/v3/x/../account/password",
    "/_matrix/client/v3/x/%2e%2e/account/password",
    "/_matrix/client/v3\\account\\password",
    "/_matrix/client/v3/./account/password",
    "/_matrix/client/v3/account/password#",
    "/_matrix/client/%2e%2e/client/v3/account/password",
    "http://hub/_matrix/client/v3/account/password",
    "//hub/_matrix/client/v3/account/password",
  ])("brings no POST %s past its guard", async (target) => {
    await start(0);
    await post(target);
    expect(seen).toEqual([]);
  });

  it.each([
    "/_matrix/client/../../_synapse/admin/v1/users",
    "/_matrix/client/%2e%2e/%2e%2e/_synapse/admin/v1/users",
    "/_matrix/media\\..\\..\\_synapse\\admin",
    "/_matrix/federation/v1/version",
    "/_MATRIX/federation/v1/version",
  ])("lets nothing but the client API be reached by %s", async (target) => {
    await start(0);
    expect(await post(target)).toMatch(/^HTTP\/1\.1 404 [\s\S]*M_UNRECOGNIZED/);
    expect(seen).toEqual([]);
  });

  it.each(["DELETE", "OPTIONS"])("does not let a second request ride in the body of a %s", async (method) => {
    await start(0);
    const rider = "POST /_matrix/client/v3/account/password HTTP/1.1\r\nHost: hs\r\nContent-Length: 2\r\n\r\n{}";
    const chunk = `${rider.length.toString(16)}\r\n${rider}\r\n0\r\n\r\n`;
    const head = `${method} /_matrix/client/v3/devices/x HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n`;
    expect(await raw(`${head}Transfer-Encoding: chunked\r\n\r\n${chunk}`)).toMatch(/^HTTP\/1\.1 411 /);
    expect(seen).toEqual([]);
  });

  it("passes a DELETE with a counted body on, as /devices needs it", async () => {
    await start(0);
    const url = `http://127.0.0.1:${port}/_matrix/client/v3/devices/x`;
    await fetch(url, { method: "DELETE", body: '{"auth":{}}' });
    expect(seen).toMatchObject([{ method: "DELETE", body: '{"auth":{}}' }]);
  });

  it("says where a request comes from by its own knowledge, whatever the client claims", async () => {
    await start(0);
    const claims =
      "X-Forwarded-For: 198.51.100.7\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: x\r\nForwarded: for=x\r\n";
    await post("/_matrix/client/v3/login", claims);
    const { headers } = seen[0] as Seen;
    expect(headers).toMatchObject({ "x-forwarded-for": "127.0.0.1", "x-forwarded-proto": "http" });
    expect(headers).not.toHaveProperty("forwarded");
    expect(headers).not.toHaveProperty("x-forwarded-host");
  });

  it("believes as many proxies as it was told of, and no further", async () => {
    await start(1);
    await post("/_matrix/client/v3/login", "X-Forwarded-For: 192.0.2.66, 198.51.100.7\r\nX-Forwarded-Proto: https\r\n");
    expect(seen[0]?.headers).toMatchObject({ "x-forwarded-for": "198.51.100.7", "x-forwarded-proto": "https" });
  });

  it("still answers while hundreds of clients wait in /sync", { timeout: 30_000 }, async () => {
    const CLIENTS = 300;
    await start(0);
    const waiting: (() => void)[] = [];
    const syncs: Promise<Response>[] = [];
    await new Promise<void>((resolve) => {
      onSync = (answer) => {
        if (waiting.push(answer) === CLIENTS) resolve();
      };
      for (let n = 0; n < CLIENTS; n += 1) syncs.push(get(`/_matrix/client/v3/sync?n=${n}`));
    });
    expect((await get("/_matrix/client/versions")).status).toBe(200);
    for (const answer of waiting) answer();
    expect((await Promise.all(syncs)).every(({ status }) => status === 200)).toBe(true);
  });

  it("says so when the homeserver is away", async () => {
    const nobody = createServer();
    const free = await listen(nobody);
    await new Promise((resolve) => nobody.close(resolve));
    await start(0, `http://127.0.0.1:${free}`);
    const response = await get("/_matrix/client/versions");
    expect(response.status).toBe(502);
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(await response.json()).toMatchObject({ errcode: "M_UNKNOWN" });
  });
});
