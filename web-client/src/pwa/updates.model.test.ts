import { beforeEach, describe, expect, it, vi } from "vitest";
import { Updates } from "./updates.model.ts";

class FakeWorker extends EventTarget {
  state = "installed";
  readonly postMessage = vi.fn();
}

function page({ controlled }: { controlled: boolean }) {
  const registration = Object.assign(new EventTarget(), {
    waiting: null as FakeWorker | null,
    installing: null as FakeWorker | null,
  });
  const container = Object.assign(new EventTarget(), {
    controller: controlled ? {} : null,
    register: vi.fn(async () => registration),
  });
  const reload = vi.fn();
  const updates = new Updates(container as unknown as ServiceWorkerContainer, reload);
  updates.start();
  const arrive = async () => {
    await vi.waitFor(() => undefined);
    const worker = new FakeWorker();
    registration.installing = worker;
    registration.dispatchEvent(new Event("updatefound"));
    registration.waiting = worker;
    worker.dispatchEvent(new Event("statechange"));
    return worker;
  };
  const takeOver = () => container.dispatchEvent(new Event("controllerchange"));
  return { updates, arrive, takeOver, reload, register: container.register };
}

describe("a newer version", () => {
  beforeEach(() => vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" })));

  it("waits for the person's word, then every page begins anew", async () => {
    const { updates, arrive, takeOver, reload } = page({ controlled: true });
    const worker = await arrive();
    expect(updates.getSnapshot().ready).toBe(true);
    expect(worker.postMessage).not.toHaveBeenCalled();
    updates.use();
    expect(worker.postMessage).toHaveBeenCalledWith("useNow");
    expect(reload).not.toHaveBeenCalled();
    takeOver();
    expect(reload).toHaveBeenCalledOnce();
    updates.dispose();
  });

  it("is not told of at the first visit, and the first worker does not break the page", async () => {
    const { updates, arrive, takeOver, reload } = page({ controlled: false });
    await arrive();
    expect(updates.getSnapshot().ready).toBe(false);
    takeOver();
    expect(reload).not.toHaveBeenCalled();
    updates.dispose();
  });

  it("that did not come whole is tried again", async () => {
    vi.useFakeTimers();
    const { updates, arrive, register } = page({ controlled: false });
    const worker = await arrive();
    expect(register).toHaveBeenCalledTimes(1);
    worker.state = "redundant";
    worker.dispatchEvent(new Event("statechange"));
    vi.advanceTimersByTime(10_000);
    expect(register).toHaveBeenCalledTimes(2);
    updates.dispose();
    vi.useRealTimers();
  });
});
