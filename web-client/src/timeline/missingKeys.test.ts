import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MissingKeys } from "./missingKeys.ts";
import { event } from "./testEvents.ts";

const unreadable = event({ unreadable: "keyMissing" });
const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function keys(ask = vi.fn(async () => undefined)) {
  return { ask, keys: new MissingKeys(ask) };
}

describe("a message that cannot be read", () => {
  it("has its key asked for when that does not come by itself", async () => {
    const { ask, keys: missing } = keys();
    missing.look([event(), unreadable]);
    expect(ask).not.toHaveBeenCalled();
    await minutes(0.2);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it("asks nothing when the key comes in the meantime", async () => {
    const { ask, keys: missing } = keys();
    missing.look([unreadable]);
    missing.look([event()]);
    await minutes(10);
    expect(ask).not.toHaveBeenCalled();
  });

  it("asks again while nothing helps, also after a failure, but not for ever", async () => {
    const { ask, keys: missing } = keys(vi.fn(async () => Promise.reject(new Error("no line"))));
    missing.look([unreadable]);
    await minutes(60);
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it("does not ask for what nobody's key would open", async () => {
    const { ask, keys: missing } = keys();
    missing.look([event({ unreadable: "untrustedSender" }), event({ unreadable: "withheld" })]);
    await minutes(10);
    expect(ask).not.toHaveBeenCalled();
  });

  it("stops with the page, also when an answer is still on its way", async () => {
    let answer: () => void = () => undefined;
    const { ask, keys: missing } = keys(
      vi.fn(
        () =>
          new Promise<undefined>((resolve) => {
            answer = () => resolve(undefined);
          }),
      ),
    );
    missing.look([unreadable]);
    await minutes(0.2);
    missing.stop();
    answer();
    await minutes(60);
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
