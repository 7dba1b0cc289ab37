import { problems } from "@tsunagi/contracts/problems";
import { describe, expect, it, vi } from "vitest";
import { HubProblem, HubUnreachable } from "./errors.ts";
import { HubClient } from "./hubClient.ts";

interface Asked {
  readonly url: string;
  readonly init: RequestInit & { headers?: Record<string, string> };
}

const ok = (body: unknown) => new Response(JSON.stringify(body), { headers: { "content-type": "application/json" } });
const refused = (code: keyof typeof problems) =>
  new Response(
    JSON.stringify({
      type: "x",
      title: code,
      code,
      status: problems[code].status,
      detail: problems[code].ja,
      en: problems[code].en,
    }),
    { status: problems[code].status, headers: { "content-type": "application/problem+json" } },
  );
const offline = () => Promise.reject(new TypeError("fetch failed"));

function hubWith(answers: (() => Response | Promise<Response>)[]) {
  const asked: Asked[] = [];
  const reached: boolean[] = [];
  const hub = new HubClient({
    fetch: (async (url: string, init: Asked["init"]) => {
      asked.push({ url, init });
      const next = answers.shift();
      if (!next) throw new Error("more requests than expected");
      return next();
    }) as unknown as typeof fetch,
    onReached: (is) => reached.push(is),
    pause: async () => undefined,
  });
  return { hub, asked, reached };
}

const leave = { params: { teamId: "tem_1" } };
const left = () => ok({ left: true });
const keyOf = (asked: Asked | undefined) => asked?.init.headers?.["idempotency-key"];

describe("the hub's client", () => {
  it("fills in the path and leaves undefined questions out", async () => {
    const { hub, asked } = hubWith([() => ok({ records: [], more: false })]);
    await hub.call("listRecords", { params: { personId: "psn_1" }, query: { kind: "wishes", since: undefined } });
    expect(asked[0]?.url).toBe("/api/people/psn_1/records?kind=wishes");
    expect(asked[0]?.init.method).toBe("GET");
  });

  it("sends the CSRF token and an idempotency key with every write, and neither with a reading", async () => {
    const { hub, asked } = hubWith([left, () => ok({ rooms: [], colleagues: [] })]);
    hub.useSession({ csrfToken: "token" });
    await hub.call("leaveTeam", leave);
    await hub.call("listRooms", {});
    expect(asked[0]?.init.headers).toMatchObject({ "x-csrf-token": "token" });
    expect(keyOf(asked[0])).toMatch(/^[\w-]{8,100}$/);
    expect(asked[1]?.init.headers).toBeUndefined();
  });

  it("tries a lost connection again with the same key", async () => {
    const { hub, asked, reached } = hubWith([offline, offline, left]);
    await hub.call("leaveTeam", leave);
    expect(new Set(asked.map(keyOf)).size).toBe(1);
    expect(reached).toEqual([true]);
  });

  it("gives up after some attempts, says that it is offline, and keeps the key for the same write", async () => {
    const { hub, asked, reached } = hubWith([offline, offline, offline, left, left]);
    await expect(hub.call("leaveTeam", leave)).rejects.toBeInstanceOf(HubUnreachable);
    expect(reached).toEqual([false]);
    await hub.call("leaveTeam", leave);
    expect(keyOf(asked[3])).toBe(keyOf(asked[0]));
    await hub.call("leaveTeam", leave);
    expect(keyOf(asked[4])).not.toBe(keyOf(asked[0]));
  });

  it("takes another content for another write", async () => {
    const { hub, asked } = hubWith([offline, offline, offline, left]);
    await hub.call("leaveTeam", leave).catch(() => undefined);
    await hub.call("leaveTeam", { params: { teamId: "tem_2" } });
    expect(keyOf(asked[3])).not.toBe(keyOf(asked[0]));
  });

  it("takes an answer that is not the hub's own for no connection", async () => {
    const portal = () => new Response("<html>Wi-Fi</html>", { status: 502, headers: { "content-type": "text/html" } });
    const { hub } = hubWith([portal, portal, portal]);
    await expect(hub.call("listRooms", {})).rejects.toBeInstanceOf(HubUnreachable);
  });

  it("gives the hub's refusal with its code, and does not try again", async () => {
    const { hub, asked } = hubWith([() => refused("lastMember")]);
    const error = await hub.call("leaveTeam", leave).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HubProblem);
    expect((error as HubProblem).problem.code).toBe("lastMember");
    expect(asked).toHaveLength(1);
  });

  it("renews an ended session once for all who wait, and goes on with the same key", async () => {
    const { hub, asked } = hubWith([() => refused("notSignedIn"), () => refused("notSignedIn"), left, left]);
    const renew = vi.fn(async () => true);
    hub.renewBy(renew);
    await Promise.all([hub.call("leaveTeam", leave), hub.call("leaveTeam", { params: { teamId: "tem_2" } })]);
    expect(renew).toHaveBeenCalledTimes(1);
    expect(asked).toHaveLength(4);
    expect(new Set(asked.map(keyOf)).size).toBe(2);
  });

  it("gives up when only the person can sign in again", async () => {
    const { hub } = hubWith([() => refused("notSignedIn")]);
    hub.renewBy(async () => false);
    await expect(hub.call("listRooms", {})).rejects.toMatchObject({ problem: { code: "notSignedIn" } });
  });

  it("never renews from within the opening of a session", async () => {
    const { hub } = hubWith([() => refused("signInRefused")]);
    const renew = vi.fn(async () => true);
    hub.renewBy(renew);
    const body = { openIdToken: "t", deviceId: "D", signature: "s" };
    await expect(hub.call("openSession", { body })).rejects.toBeInstanceOf(HubProblem);
    expect(renew).not.toHaveBeenCalled();
  });

  it("says when this device is not approved any more", async () => {
    const { hub } = hubWith([() => refused("deviceNotApproved")]);
    const needed = vi.fn();
    hub.onStepNeeded(needed);
    await expect(hub.call("listRooms", {})).rejects.toBeInstanceOf(HubProblem);
    expect(needed).toHaveBeenCalledTimes(1);
  });

  it("sends a file once, as it is", async () => {
    const { hub, asked } = hubWith([offline]);
    const bytes = new Blob(["x"]);
    await hub.call("attachDocument", { params: { personId: "psn_1" }, bytes }).catch(() => undefined);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.init.body).toBe(bytes);
  });

  it("stops quietly when the view that asked is gone", async () => {
    const { hub } = hubWith([offline]);
    const gone = new AbortController();
    gone.abort();
    const error = await hub.call("listRooms", { signal: gone.signal }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "AbortError" });
  });
});
