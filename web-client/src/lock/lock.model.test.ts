import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Unlocking, VaultState } from "../vault/vault.ts";
import { LockModel, type LockVault } from "./lock.model.ts";
import { pinProblem } from "./pin.ts";

const MINUTE = 60_000;

class FakeVault implements LockVault {
  state: VaultState = "open";
  pin: string | undefined = "280419";
  left = 5;
  touched: number[] = [];
  seenAt = Date.now();
  readonly isOpen = true;

  async begin(mayStayOpen: (seenAt: number) => boolean): Promise<VaultState> {
    if (this.state === "open" && !mayStayOpen(this.seenAt)) this.state = "locked";
    return this.state;
  }
  hasPin = async () => this.pin !== undefined;
  attemptsLeft = async () => this.left;
  async setPin(pin: string) {
    this.pin = pin;
  }
  async lock() {
    this.state = "locked";
  }
  async touch(at = 0) {
    this.touched.push(at);
  }
  async unlock(pin: string): Promise<Unlocking> {
    if (pin === this.pin) return { result: "open" };
    this.left -= 1;
    return this.left > 0 ? { result: "wrong", left: this.left } : { result: "spent" };
  }
}

async function begin(change: Partial<FakeVault> = {}) {
  const vault = Object.assign(new FakeVault(), change);
  const nothing = (): void => undefined;
  const signs = { activity: nothing, back: nothing, other: nothing };
  const keep = (name: keyof typeof signs) => (listener: () => void) => {
    signs[name] = listener;
    return () => undefined;
  };
  const onSpent = vi.fn(async () => undefined);
  const tellLocked = vi.fn();
  const around = {
    now: () => Date.now(),
    onActivity: keep("activity"),
    onReturn: keep("back"),
    onOtherLocked: keep("other"),
    tellLocked,
  };
  const model = new LockModel({ vault, around, minutes: () => 10, onSpent });
  model.start();
  await vi.advanceTimersByTimeAsync(0);
  return { model, vault, signs, onSpent, tellLocked, state: () => model.getSnapshot().state };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("the lock", () => {
  it("locks after the minutes without a touch, and not before", async () => {
    const { state, signs, vault } = await begin();
    await vi.advanceTimersByTimeAsync(9 * MINUTE);
    signs.activity();
    await vi.advanceTimersByTimeAsync(9 * MINUTE);
    expect(state()).toBe("open");
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    expect(state()).toBe("locked");
    expect(vault.state).toBe("locked");
  });

  it("is locked when the machine slept past the limit, even if the first sign is a touch", async () => {
    const { state, signs } = await begin();
    vi.setSystemTime(Date.now() + 11 * MINUTE); // no timer ran meanwhile
    signs.activity();
    expect(state()).toBe("locked");
  });

  it("is locked when the clock was set back", async () => {
    const { state, signs } = await begin();
    vi.setSystemTime(Date.now() - MINUTE);
    signs.back();
    expect(state()).toBe("locked");
  });

  it("asks for the PIN when the page is opened long after the last touch", async () => {
    expect((await begin({ seenAt: Date.now() - 11 * MINUTE })).state()).toBe("locked");
  });

  it("locks with the other tab", async () => {
    const { state, signs } = await begin();
    signs.other();
    expect(state()).toBe("locked");
  });

  it("does not lock before there is a PIN to open it again", async () => {
    const { state, model } = await begin({ pin: undefined });
    await vi.advanceTimersByTimeAsync(20 * MINUTE);
    await model.lockNow();
    expect(state()).toBe("open");
  });

  it("counts wrong PINs down and gives up after the fifth", async () => {
    const { model, onSpent } = await begin();
    await model.lockNow();
    for (const left of [4, 3, 2, 1]) {
      expect(await model.unlock("111222")).toBe(false);
      expect(model.getSnapshot().left).toBe(left);
    }
    expect(onSpent).not.toHaveBeenCalled();
    await model.unlock("111222");
    expect(onSpent).toHaveBeenCalledOnce();
  });

  it("opens by the right PIN and writes down that the person is here", async () => {
    const { model, state, signs, vault } = await begin();
    await model.lockNow();
    expect(await model.unlock("280419")).toBe(true);
    expect(state()).toBe("open");
    signs.activity();
    expect(vault.touched).toHaveLength(1);
  });
});

describe("a new PIN", () => {
  it.each(["12345", "1234567890123", "12a456", ""])("is 6 to 12 digits, not %j", (pin) =>
    expect(pinProblem(pin)).toBe("lock.pinLength"),
  );
  it.each(["111111", "123456", "987654", "890123"])("is not easy to guess: %s", (pin) =>
    expect(pinProblem(pin)).toBe("lock.pinEasy"),
  );
  it("is accepted otherwise", () => expect(pinProblem("280419")).toBeUndefined());
});
