import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Connection } from "./connection.ts";

function connect(probe: () => Promise<boolean>) {
  const listeners = new Map<string, () => void>();
  const network = {
    onLine: true,
    listen: (type: "online" | "offline", listener: () => void) => {
      listeners.set(type, listener);
      return () => listeners.delete(type);
    },
  };
  const connection = new Connection(network, probe, 1_000);
  connection.start();
  const online = () => connection.getSnapshot().online;
  return { connection, online, say: (type: "online" | "offline") => listeners.get(type)?.(), listeners };
}

describe("whether we are connected", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("believes a request that did not get through", () => {
    const { connection, online } = connect(async () => true);
    connection.report(false);
    expect(online()).toBe(false);
  });

  it("asks every second until the hub is there again", async () => {
    let there = false;
    const probe = vi.fn(async () => there);
    const { connection, online } = connect(probe);
    connection.report(false);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(online()).toBe(false);
    there = true;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(online()).toBe(true);
    const asked = probe.mock.calls.length;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(probe.mock.calls.length).toBe(asked);
  });

  it("does not take the browser's word that the network is back before the hub answers", async () => {
    const { online, say } = connect(async () => false);
    say("offline");
    say("online");
    await vi.advanceTimersByTimeAsync(0);
    expect(online()).toBe(false);
  });

  it("lets go of everything at the end", async () => {
    const probe = vi.fn(async () => false);
    const { connection, listeners } = connect(probe);
    connection.report(false);
    connection.dispose();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(probe).not.toHaveBeenCalled();
    expect(listeners.size).toBe(0);
  });
});
