import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { ExtensionState, SlidingSync, SlidingSyncEvent, SlidingSyncState } from "matrix-js-sdk/lib/sliding-sync.js";
import { describe, expect, it } from "vitest";
import { sayLastThatItIsDone } from "./inOrder.ts";

describe("taking in an answer", () => {
  it("is done only when receipts and account data are taken in too", async () => {
    const told: string[] = [];
    const answers = [{ pos: "1/s1", lists: {}, rooms: {}, extensions: { receipts: {} } }];
    const client = { slidingSync: async () => answers.shift() ?? new Promise(() => undefined) };
    const sync = new SlidingSync("", new Map(), {}, client as unknown as MatrixClient, 1_000);
    sync.registerExtension({
      name: () => "receipts",
      when: () => ExtensionState.PostProcess,
      onRequest: async () => ({}),
      onResponse: async () => {
        await Promise.resolve();
        told.push("receipts");
      },
    });
    sayLastThatItIsDone(sync);
    const done = new Promise<void>((resolve) => {
      sync.on(SlidingSyncEvent.Lifecycle, (state) => {
        told.push(state === SlidingSyncState.Complete ? "done" : "arrived");
        if (state === SlidingSyncState.Complete) resolve();
      });
    });
    void sync.start();
    await done;
    expect(told).toEqual(["arrived", "receipts", "done"]);
    sync.stop();
  });
});
