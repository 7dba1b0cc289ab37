import { describe, expect, it } from "vitest";
import { timesOfAll } from "./times.ts";

const at = (minutes: number | null): Date | null => (minutes === null ? null : new Date(minutes * 60_000));
const one = (asked: number | null, answered: number | null, decided: number | null) => ({
  inquiredAt: at(asked),
  firstAnsweredAt: at(answered),
  decidedAt: at(decided),
});

describe("times of enquiries", () => {
  it("are medians of what has been answered and decided", () => {
    const all = [one(0, 30, 600), one(10, 70, null), one(0, 1000, 2000), one(0, null, null), one(null, null, null)];
    expect(timesOfAll(all)).toEqual({
      asked: 4,
      answered: 3,
      medianFirstAnswerMinutes: 60,
      medianDecisionMinutes: 1300,
    });
  });

  it("say nothing where nothing was answered", () => {
    expect(timesOfAll([])).toEqual({
      asked: 0,
      answered: 0,
      medianFirstAnswerMinutes: null,
      medianDecisionMinutes: null,
    });
  });
});
