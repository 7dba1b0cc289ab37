import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Care } from "@tsunagi/care/kernel/unit";
import express, { type ErrorRequestHandler } from "express";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HomeserverUnreachable } from "../../matrix/errors.ts";
import { guards } from "./guards.ts";
import { matrixGateway } from "./matrixGateway.ts";

/** Paths and bodies the homeserver was asked to carry out. */
let done: { path: string; body: unknown }[];
/** Acts of the care layer that were begun, and what it answers. */
let acts: string[];
let verdict: "allowed" | "refused";
let whoAmI: { status: number; body: unknown };
let accepts: number;
let homeserver: Server;
let hub: Server;
let url: string;
let failure: unknown;

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });

/** The narrow part of the care layer guards use: which act, by its correlation. */
const care = {
  asSystem: async (correlation: string) => {
    acts.push(correlation);
    return verdict;
  },
} as unknown as Care;

beforeEach(async () => {
  [done, acts, verdict, accepts, failure] = [[], [], "allowed", 200, undefined];
  whoAmI = { status: 200, body: { user_id: "@nurse:hub.example", device_id: "PHONE" } };
  homeserver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname, searchParams } = new URL(request.url ?? "", "http://hs");
    if (!pathname.endsWith("/whoami")) {
      const text = Buffer.concat(chunks).toString();
      done.push({ path: pathname, body: text ? JSON.parse(text) : undefined });
      response.writeHead(accepts).end("{}");
      return;
    }
    const known = request.headers.authorization === "Bearer good" || searchParams.get("access_token") === "good";
    const { status, body } = known ? whoAmI : { status: 401, body: { errcode: "M_UNKNOWN_TOKEN" } };
    response.writeHead(status).end(JSON.stringify(body));
  });
  const homeserverUrl = await listen(homeserver);
  const app = express();
  app.use(
    "/_matrix",
    matrixGateway({
      homeserverUrl,
      guards: guards({ care, homeserverUrl, pushGatewayUrl: GATEWAY }),
      log: pino({ level: "silent" }),
    }),
  );
  const keepFailure: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
    failure = error;
    response.status(500).end();
  };
  app.use(keepFailure);
  hub = createServer(app);
  url = await listen(hub);
});
afterEach(() => {
  for (const server of [hub, homeserver]) {
    server.closeAllConnections();
    server.close();
  }
});

const GATEWAY = "http://hub:8009/_matrix/push/v1/notify";
const PASSWORD = "/_matrix/client/v3/account/password";
const IDENTITY = "/_matrix/client/v3/keys/device_signing/upload";
const signedIn = { authorization: "Bearer good" };

function post(path: string, body: unknown, headers: Record<string, string> = signedIn): Promise<Response> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return fetch(url + path, { method: "POST", headers, body: text });
}
const errcode = async (response: Response) => [
  response.status,
  ((await response.json()) as { errcode?: string }).errcode,
];

describe("a new password", () => {
  const auth = { type: "m.login.password", password: "the-old-one-1" };

  it("goes to the homeserver, and the hub learns that the initial one is gone", async () => {
    const body = { auth, new_password: "another-one-22" };
    expect((await post(PASSWORD, body)).status).toBe(200);
    expect(done).toEqual([{ path: PASSWORD, body }]);
    expect(acts).toEqual(["password"]);
  });

  it("is no change for the hub when the homeserver refuses it", async () => {
    accepts = 401;
    expect((await post(PASSWORD, { auth, new_password: "another-one-22" })).status).toBe(401);
    expect(acts).toEqual([]);
  });

  it("that is the old one is refused, also in full-width letters: Synapse hashes both alike", async () => {
    expect(await errcode(await post(PASSWORD, { auth, new_password: auth.password }))).toEqual([
      400,
      "M_WEAK_PASSWORD",
    ]);
    expect(await errcode(await post(PASSWORD, { auth, new_password: "ｔｈｅ-ｏｌｄ-ｏｎｅ-１" }))).toEqual([
      400,
      "M_WEAK_PASSWORD",
    ]);
    expect(done).toEqual([]);
  });

  it("never goes along without the old one beside it, so that Synapse cannot keep it for later", async () => {
    await post(PASSWORD, { new_password: auth.password, logout_devices: false });
    expect(done).toEqual([{ path: PASSWORD, body: { logout_devices: false } }]);
  });

  it("is not passed on in a body that is no JSON", async () => {
    for (const body of ["{", "null!", '{"new_password":NaN}', ""]) {
      expect(await errcode(await post(PASSWORD, body))).toEqual([400, "M_NOT_JSON"]);
    }
    expect(done).toEqual([]);
  });
});

describe("a new cross-signing identity", () => {
  it("passes when the hub allows it for this device", async () => {
    expect((await post(IDENTITY, { master_key: {} })).status).toBe(200);
    expect([done.length, acts]).toEqual([1, ["identity"]]);
  });

  it("is refused for a device that was not approved", async () => {
    verdict = "refused";
    expect(await errcode(await post(IDENTITY, {}))).toEqual([403, "M_FORBIDDEN"]);
    expect(done).toEqual([]);
  });

  it("is judged the same when the token comes in the address", async () => {
    verdict = "refused";
    expect(await errcode(await post(`${IDENTITY}?access_token=good`, {}, {}))).toEqual([403, "M_FORBIDDEN"]);
    expect(done).toEqual([]);
  });

  it("of nobody is not passed on: the homeserver's own answer is given", async () => {
    expect(await errcode(await post(IDENTITY, {}, {}))).toEqual([401, "M_UNKNOWN_TOKEN"]);
    expect(await errcode(await post(IDENTITY, {}, { authorization: "Bearer stolen?" }))).toEqual([
      401,
      "M_UNKNOWN_TOKEN",
    ]);
    expect(await errcode(await post(`${IDENTITY}?access_token=a&access_token=good`, {}, {}))).toEqual([
      401,
      "M_UNKNOWN_TOKEN",
    ]);
    expect(done).toEqual([]);
  });

  it("is not passed on while the homeserver does not say who asks", async () => {
    for (const status of [429, 500, 503]) {
      whoAmI = { status, body: { errcode: "M_LIMIT_EXCEEDED" } };
      expect((await post(IDENTITY, {})).status).toBe(status);
    }
    expect([done, acts]).toEqual([[], []]);
  });

  it("of a session without a device is not passed on", async () => {
    whoAmI = { status: 200, body: { user_id: "@nurse:hub.example" } };
    expect((await post(IDENTITY, {})).status).toBe(500);
    expect(done).toEqual([]);
  });
});

describe("the end of an account", () => {
  it("is not for whoever has the password: administrators end accounts", async () => {
    const body = { auth: { type: "m.login.password", password: "the-old-one-1" }, erase: true };
    for (const version of ["v3", "r0", "unstable"]) {
      expect(await errcode(await post(`/_matrix/client/${version}/account/deactivate`, body))).toEqual([
        403,
        "M_FORBIDDEN",
      ]);
    }
    expect(done).toEqual([]);
  });
});

describe("while the homeserver is away", () => {
  it("a guarded request fails as the homeserver's absence", async () => {
    homeserver.closeAllConnections();
    await new Promise((resolve) => homeserver.close(resolve));
    await post(IDENTITY, {});
    expect(failure).toBeInstanceOf(HomeserverUnreachable);
  });
});
