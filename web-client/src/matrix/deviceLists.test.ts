import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { catchUpWhenAnew, rememberSyncToken } from "./deviceLists.ts";

function fakeClient() {
  let onSync: (...args: unknown[]) => void = () => undefined;
  const everybody = vi.fn(async () => undefined);
  const crypto = { markAllTrackedUsersAsDirty: everybody, processSyncChanges: vi.fn(async () => []) };
  const client = {
    getCrypto: () => crypto,
    getKeyChanges: vi.fn(async () => ({ changed: ["@a:x"], left: [] })),
    on: (_event: unknown, listener: typeof onSync) => {
      onSync = listener;
    },
    off: () => undefined,
  };
  const synced = (pos: string) => onSync("SYNCING", "SYNCING", { nextSyncToken: pos });
  return { client: client as unknown as MatrixClient, crypto, everybody, synced, getKeyChanges: client.getKeyChanges };
}

describe("device lists", () => {
  const kept = new Map<string, string>();
  beforeEach(() =>
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    }),
  );
  afterEach(() => {
    kept.clear();
    vi.unstubAllGlobals();
  });

  it("are caught up with what changed, when the server has forgotten the connection", async () => {
    const { client, crypto, everybody, synced, getKeyChanges } = fakeClient();
    rememberSyncToken(client);
    synced("7/s58_224_0_13");
    catchUpWhenAnew(client);
    await crypto.markAllTrackedUsersAsDirty(); // the start: caught up already
    expect(getKeyChanges).not.toHaveBeenCalled();
    await crypto.markAllTrackedUsersAsDirty();
    expect(getKeyChanges).toHaveBeenCalledWith("s58_224_0_13", "s58_224_0_13");
    expect(crypto.processSyncChanges).toHaveBeenCalledTimes(1);
    expect(everybody).not.toHaveBeenCalled();
  });

  it("are all asked for when the position is of another form", async () => {
    const { client, crypto, everybody, synced } = fakeClient();
    rememberSyncToken(client);
    synced("opaque");
    catchUpWhenAnew(client);
    await crypto.markAllTrackedUsersAsDirty();
    await crypto.markAllTrackedUsersAsDirty();
    expect(everybody).toHaveBeenCalledTimes(1);
  });
});
