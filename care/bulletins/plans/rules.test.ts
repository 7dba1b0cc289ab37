import type { StaffId } from "@tsunagi/contracts/ids";
import { describe, expect, it } from "vitest";
import { lastWriter, stateOf, writersOf } from "./rules.ts";

const now = new Date("2026-04-01T00:00:00Z");
const later = "2026-04-01T09:00:00Z";

describe("what becomes of a bulletin that is put in", () => {
  it("goes now, at its time, or waits for a colleague", () => {
    expect(stateOf({ goesAt: null }, false, now)).toBe("now");
    expect(stateOf({ goesAt: later }, false, now)).toBe("scheduled");
    expect(stateOf({ goesAt: later }, true, now)).toBe("waiting");
    expect(stateOf({ goesAt: null }, true, now)).toBe("waiting");
  });

  it("takes no time that is past", () => {
    expect(() => stateOf({ goesAt: "2026-03-31T23:59:00Z" }, true, now)).toThrow();
  });
});

describe("whose words they are", () => {
  const step = (act: "written" | "changed" | "approved", byId: string) => ({
    ...{ act, reason: "", at: now },
    byId: byId as StaffId,
  });
  const steps = [step("written", "a"), step("approved", "b"), step("changed", "c")];

  it("counts who wrote and who changed, not who approved", () => {
    expect(writersOf({ steps })).toEqual(["a", "c"]);
    expect(lastWriter({ steps, writtenById: "a" as StaffId })).toBe("c");
  });
});
