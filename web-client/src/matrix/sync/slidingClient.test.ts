import { MemoryStore } from "matrix-js-sdk/lib/store/memory.js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { quietLogger } from "../quietLogger.ts";
import { SlidingClient } from "./slidingClient.ts";

const answer = (pos: string) => ({ pos, lists: {}, rooms: {}, extensions: {} });
const json = (body: object, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });

/** A client whose requests go to `fetchFn`. */
function clientWith(fetchFn: typeof fetch) {
  const account = { baseUrl: "https://hub.test", userId: "@me:x", deviceId: "D", accessToken: "t" };
  return new SlidingClient({ ...account, fetchFn, logger: quietLogger, store: new MemoryStore({}), disableVoip: true });
}

describe("a request of sliding sync", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal("addEventListener", vi.fn());
    vi.stubGlobal("removeEventListener", vi.fn());
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("takes the first answer that was asked for before, once", async () => {
    const fetchFn = vi.fn(async () => json(answer("2/s2")));
    const client = clientWith(fetchFn as typeof fetch);
    client.firstAnswer = Promise.resolve(answer("1/s1"));
    expect((await client.slidingSync({ lists: {} })).pos).toBe("1/s1");
    expect((await client.slidingSync({ lists: {}, pos: "1/s1" })).pos).toBe("2/s2");
    expect(fetchFn).toHaveBeenCalledTimes(1);
  });

  it("asks itself when the first answer did not come", async () => {
    const client = clientWith((async () => json(answer("1/s1"))) as typeof fetch);
    client.firstAnswer = Promise.resolve(undefined);
    expect((await client.slidingSync({ lists: {} })).pos).toBe("1/s1");
  });

  it("says that the line is lost and tries again until it is back", async () => {
    const fetchFn = vi.fn(async () => json(answer("1/s1")));
    fetchFn.mockRejectedValueOnce(new TypeError("no line"));
    fetchFn.mockRejectedValueOnce(new TypeError("no line"));
    const client = clientWith(fetchFn as typeof fetch);
    client.onUnreached = vi.fn();
    const request = client.slidingSync({ lists: {}, pos: "1/s1" });
    await vi.advanceTimersByTimeAsync(3_000); // one second, then two
    expect((await request).pos).toBe("1/s1");
    expect(client.onUnreached).toHaveBeenCalledTimes(2);
  });

  it("leaves what the server refuses to the SDK", async () => {
    const client = clientWith((async () => json({ errcode: "M_UNKNOWN_POS" }, 400)) as typeof fetch);
    await expect(client.slidingSync({ lists: {}, pos: "old" })).rejects.toMatchObject({ httpStatus: 400 });
  });

  it("ends when nobody waits any more", async () => {
    const client = clientWith((() => Promise.reject(new TypeError("no line"))) as typeof fetch);
    const nobody = new AbortController();
    const request = client.slidingSync({ lists: {}, pos: "1/s1" }, undefined, nobody.signal);
    request.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(100);
    nobody.abort();
    await expect(request).rejects.toThrow();
  });
});
