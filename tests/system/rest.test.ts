import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HubApi, HubProblem } from "../env/hubApi.ts";
import type { Person } from "../env/person.ts";
import { World } from "../env/world.ts";

const world = new World();
const { publicUrl } = world.system;
let manager: Person;
beforeAll(async () => {
  manager = await world.professional("careManager");
});
afterAll(() => world.close());

const person = {
  familyName: "試験",
  givenName: "次郎",
  familyKana: "シケン",
  givenKana: "ジロウ",
  birthDate: "1940-02-03",
  sex: "male" as const,
  municipality: "222259",
};

describe("the REST API", () => {
  it("describes itself as OpenAPI 3.1 with every route", async () => {
    const document = (await (await fetch(`${publicUrl}/api/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<string, object>;
    };
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths)).toContain("/people/{personId}/consents");
    expect(Object.values(document.paths).flatMap(Object.keys).length).toBeGreaterThan(40);
  });

  it("answers nobody without a session, as problem details in both languages", async () => {
    const response = await new HubApi(publicUrl).raw("listRooms");
    expect(response.status).toBe(401);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(await response.json()).toMatchObject({
      code: "notSignedIn",
      status: 401,
      detail: "サインインしてください。",
      en: "Sign in first.",
    });
  });

  it("opens no session for a signature of another key", async () => {
    const { access_token: openIdToken } = await manager.client.getOpenIdToken();
    const body = { openIdToken, deviceId: manager.deviceId, signature: Buffer.alloc(64).toString("base64") };
    await expect(new HubApi(publicUrl).call("openSession", { body } as never)).rejects.toThrow(/signInRefused/);
    const wrong = { ...body, openIdToken: "nothing" };
    await expect(new HubApi(publicUrl).call("openSession", { body: wrong } as never)).rejects.toThrow(/signInRefused/);
  });

  it("keeps its cookie from scripts and other sites, and refuses writes without the page's token or from elsewhere", async () => {
    const { cookie } = manager.hub.session;
    const write = (headers: Record<string, string>) =>
      fetch(`${publicUrl}/api/people/search`, {
        method: "POST",
        headers: { cookie, ...headers },
        body: JSON.stringify({ kana: "シケン" }),
      });
    expect((await write({})).status).toBe(403);
    expect((await write({ "x-csrf-token": manager.hub.csrfToken, origin: "https://elsewhere.example" })).status).toBe(
      403,
    );
    expect((await write({ "x-csrf-token": manager.hub.csrfToken })).status).toBe(200);
    const reopened = await manager.client.getOpenIdToken();
    expect(reopened.token_type).toBe("Bearer");
  });

  it("names every wrong field in both languages, without repeating what was typed", async () => {
    const body = { person: { ...person, familyKana: "漢字", birthDate: "1940-02-31" }, registerAnyway: false };
    const response = await manager.hub.raw("registerPerson", { body });
    const text = await response.text();
    expect(response.status).toBe(400);
    const problem = JSON.parse(text) as { code: string; fields: { path: string; ja: string }[] };
    expect(problem.code).toBe("invalidInput");
    expect(problem.fields.map(({ path }) => path).sort()).toEqual(["person.birthDate", "person.familyKana"]);
    expect(text).not.toContain("1940-02-31");
  });

  it("does a write once for one idempotency key and refuses the key for another write", async () => {
    const key = randomUUID();
    const input = { body: { person, registerAnyway: true }, idempotencyKey: key };
    const first = await manager.hub.call("registerPerson", input);
    const second = await manager.hub.call("registerPerson", input);
    expect(second).toEqual(first);
    const other = { body: { person: { ...person, givenName: "三郎" }, registerAnyway: true }, idempotencyKey: key };
    await expect(manager.hub.call("registerPerson", other)).rejects.toThrow(/idempotencyReused/);
  });

  it("refuses what one may not do and leaves the refusal in the log", async () => {
    const created = await manager.hub
      .call("createOrganisation", { body: { name: "x", kind: "clinic", municipality: "222259" } })
      .catch((e: HubProblem) => e);
    expect(created).toBeInstanceOf(HubProblem);
    expect((created as HubProblem).problem.code).toBe("forbidden");
  });

  it("answers what does not exist, is too large or is no JSON with a sentence", async () => {
    const unknown = await fetch(`${publicUrl}/api/nothing`);
    expect([unknown.status, ((await unknown.json()) as { code: string }).code]).toEqual([404, "notFound"]);
    const { cookie, csrfToken } = manager.hub.session;
    const headers = { cookie, "x-csrf-token": csrfToken };
    const broken = await fetch(`${publicUrl}/api/people/search`, { method: "POST", headers, body: "{" });
    expect(((await broken.json()) as { code: string }).code).toBe("malformedRequest");
    const large = await fetch(`${publicUrl}/api/people/search`, { method: "POST", headers, body: "x".repeat(300_000) });
    expect([large.status, ((await large.json()) as { code: string }).code]).toEqual([413, "tooLarge"]);
  });

  it("loads a city's own open-data file and reports the rows it did not take", async () => {
    const { demoDisabilityFile } = await import("@tsunagi/prisma/seed/demoRegion");
    const load = async (text: string) => {
      const bytes = Buffer.from(text, "utf8");
      const body = { fileName: "sfkopendata_202611_99.csv", bytes: bytes.length };
      const { id: importId } = await world.administrator.call("startImport", { body });
      const done = await world.administrator.call("loadImport", { params: { importId }, bytes });
      const { rejections } = await world.administrator.call("listRejections", { params: { importId } });
      expect(await world.administrator.call("readImport", { params: { importId } })).toEqual(done);
      return { ...done, rejections };
    };
    expect(await load(demoDisabilityFile())).toMatchObject({
      state: "done",
      format: "disability",
      rows: 5,
      organisationsCreated: 0,
      organisationsUpdated: 5,
      rejections: [],
    });
    const second = await load(demoDisabilityFile().replace("2291000001", "12"));
    expect(second.rejections).toMatchObject([{ line: 2 }]);
  });

  it("serves health, readiness and metrics, and every page with a policy that lets nothing foreign in", async () => {
    expect(await (await fetch(`${publicUrl}/healthz`)).text()).toBe("ok");
    expect(await (await fetch(`${publicUrl}/readyz`)).text()).toBe("ready");
    const metrics = await (await fetch(`${publicUrl}/metrics`)).text();
    expect(metrics).toContain("tsunagi_http_request_seconds_count");
    expect((await fetch(`${publicUrl}/metrics`, { headers: { "x-forwarded-for": "198.51.100.1" } })).status).toBe(403);
    const policy = (await fetch(`${publicUrl}/healthz`)).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).not.toContain("unsafe-inline");
  });
});
