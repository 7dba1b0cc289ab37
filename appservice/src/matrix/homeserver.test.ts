import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HomeserverUnreachable, isTransient, MatrixError } from "./errors.ts";
import { Homeserver } from "./homeserver.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let requests: { method: string; url: string; headers: IncomingMessage["headers"]; body: string }[];
/** What the server does with one request after another; the last one goes on for ever. */
let answers: Answer[];
let server: Server;
let homeserver: Homeserver;

beforeEach(async () => {
  requests = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = "", url = "", headers } = request;
    requests.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    answer?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  homeserver = new Homeserver({ url, asToken: "as-token", attempts: 3 });
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await homeserver.close();
});

const say =
  (status: number, body: unknown): Answer =>
  (_request, response) =>
    response.writeHead(status).end(typeof body === "string" ? body : JSON.stringify(body));
const ok = say(200, { done: true });
const PATH = "/_matrix/client/v3/x";
const failure = async (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("a request", () => {
  it("goes as the appservice, for the user and device it speaks for", async () => {
    answers = [ok];
    const as = { userId: "@_tsunagi_hub:hub.example", deviceId: "HUB1" };
    expect(await homeserver.json("POST", PATH, { body: { a: "あ" }, query: { q: "a&b" }, as })).toEqual({ done: true });
    const [{ method, url, headers, body } = { method: "", url: "", headers: {}, body: "" }] = requests;
    expect([method, body, headers.authorization]).toEqual(["POST", '{"a":"あ"}', "Bearer as-token"]);
    expect(Object.fromEntries(new URL(url, "http://x").searchParams)).toEqual({
      q: "a&b",
      user_id: as.userId,
      device_id: as.deviceId,
    });
  });

  it("can go without the appservice's token, as text and as bytes", async () => {
    answers = [ok];
    await homeserver.text("GET", PATH, { anonymous: true });
    await homeserver.json("POST", PATH, { bytes: Uint8Array.from([1, 2]) });
    await homeserver.json("PUT", PATH, { body: '{"is":"JSON already"}' });
    expect(requests[0]?.headers).not.toHaveProperty("authorization");
    expect(requests[1]?.headers["content-type"]).toBe("application/octet-stream");
    expect(requests[2]?.body).toBe('{"is":"JSON already"}');
    expect(await homeserver.bytes(PATH)).toEqual(Buffer.from('{"done":true}'));
  });
});

describe("a failure that may pass", () => {
  it.each([500, 502, 503, 504])("with status %i is tried again", async (status) => {
    answers = [say(status, { errcode: "M_UNKNOWN", error: "busy" }), ok];
    expect(await homeserver.json("GET", PATH)).toEqual({ done: true });
    expect(requests).toHaveLength(2);
  });

  it("is tried as often as was said, then thrown", async () => {
    answers = [say(503, {})];
    expect(await failure(homeserver.json("GET", PATH))).toMatchObject({ status: 503, errcode: "M_UNKNOWN" });
    expect(requests).toHaveLength(3);
    expect(await failure(homeserver.json("GET", PATH, { attempts: 1 }))).toBeInstanceOf(MatrixError);
    expect(requests).toHaveLength(4);
  });

  it("waits as long as the homeserver asks, when it asks for a moment", async () => {
    answers = [say(429, { errcode: "M_LIMIT_EXCEEDED", retry_after_ms: 1 }), ok];
    expect(await homeserver.json("GET", PATH)).toEqual({ done: true });
  });

  it("does not wait when it asks for an hour: whoever called has a better place to wait", async () => {
    answers = [say(429, { errcode: "M_LIMIT_EXCEEDED", retry_after_ms: 3_600_000 }), ok];
    expect(await failure(homeserver.json("GET", PATH))).toMatchObject({ status: 429, retryAfterMs: 3_600_000 });
    expect(requests).toHaveLength(1);
  });

  it.each(["soon", -5, null, { ms: 1 }, true])("takes a waiting time of %j for none", async (after) => {
    answers = [say(429, { errcode: "M_LIMIT_EXCEEDED", retry_after_ms: after }), ok];
    expect(await homeserver.json("GET", PATH)).toEqual({ done: true });
  });

  it("is a connection that breaks, before the answer or within it", async () => {
    const cut: Answer = (request) => request.socket.destroy();
    const half: Answer = (request, response) => {
      response.writeHead(200, { "content-length": "100" }).write('{"done"', () => request.socket.destroy());
    };
    answers = [cut, half, ok];
    expect(await homeserver.json("GET", PATH)).toEqual({ done: true });
    expect(requests).toHaveLength(3);
  });

  it("is a homeserver that is not there", async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    const error = await failure(homeserver.json("GET", PATH));
    expect(error).toBeInstanceOf(HomeserverUnreachable);
    expect(isTransient(error)).toBe(true);
  });

  it("is a page of somebody in between instead of JSON; the page stays out of the error", async () => {
    answers = [say(200, "<html>佐藤ハナ</html>")];
    const error = await failure(homeserver.json("GET", PATH));
    expect(isTransient(error)).toBe(true);
    expect(String(error)).toBe(`MatrixError: GET ${PATH}: the answer is not JSON`);
  });
});

describe("a refusal", () => {
  it.each([400, 401, 403, 404, 413])("with status %i is final: it is thrown at once", async (status) => {
    answers = [say(status, { errcode: "M_FORBIDDEN", error: "You may not" })];
    const error = await failure(homeserver.json("GET", PATH));
    expect(error).toMatchObject({ status, errcode: "M_FORBIDDEN", transient: false });
    expect(String(error)).toBe(`MatrixError: GET ${PATH}: ${status} M_FORBIDDEN You may not`);
    expect(requests).toHaveLength(1);
  });

  it.each(["", "<html>no</html>", "null", '"text"', "[1]", '{"errcode":5,"error":{"x":1}}'])(
    "is understood when its body is %s",
    async (body) => {
      answers = [say(404, body)];
      expect(await failure(homeserver.json("GET", PATH))).toMatchObject({ status: 404, errcode: "M_UNKNOWN" });
    },
  );

  it("never shows the query, where tokens stand", async () => {
    answers = [say(403, { errcode: "M_FORBIDDEN" })];
    const error = await failure(homeserver.json("GET", PATH, { query: { access_token: "secret" } }));
    expect(`${String(error)}${(error as Error).stack}`).not.toContain("secret");
  });
});
