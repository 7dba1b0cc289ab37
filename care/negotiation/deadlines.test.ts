import { describe, expect, it } from "vitest";
import { dayOf, deadlinesFrom, isWorkingDay, nextOpening } from "./deadlines.ts";

const settings = { opensAt: 9, closesAt: 17, answerDays: 2, expireDays: 5 };
const jst = (text: string): Date => new Date(`${text}:00+09:00`);

describe("deadlines", () => {
  it("give two working days for an answer, a reminder the day before", () => {
    const { remindAt, dueAt, expiresAt } = deadlinesFrom(jst("2026-04-07T10:30"), settings); // a Tuesday
    expect(remindAt).toEqual(jst("2026-04-08T10:30"));
    expect(dueAt).toEqual(jst("2026-04-09T10:30"));
    expect(expiresAt).toEqual(jst("2026-04-14T10:30"));
  });

  it("begin at the next opening for what comes in the evening or before a weekend", () => {
    expect(nextOpening(jst("2026-04-07T19:00"), settings)).toEqual(jst("2026-04-08T09:00"));
    expect(nextOpening(jst("2026-04-07T06:00"), settings)).toEqual(jst("2026-04-07T09:00"));
    expect(deadlinesFrom(jst("2026-04-10T18:00"), settings).dueAt).toEqual(jst("2026-04-15T09:00"));
  });

  it("step over the holidays of May, substitute holidays too", () => {
    expect(deadlinesFrom(jst("2026-05-01T10:00"), settings).dueAt).toEqual(jst("2026-05-08T10:00"));
    expect(isWorkingDay(dayOf(jst("2026-05-06T12:00")))).toBe(false);
  });

  it("step over the turn of the year", () => {
    expect(deadlinesFrom(jst("2026-12-28T10:00"), settings).dueAt).toEqual(jst("2027-01-05T10:00"));
  });

  it("take the days of Japan, whatever the machine's clock says", () => {
    expect(nextOpening(new Date("2026-04-10T15:30:00Z"), settings)).toEqual(jst("2026-04-13T09:00"));
  });
});
