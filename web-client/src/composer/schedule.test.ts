import { expect, it } from "vitest";
import { checkTime, fieldTime, likelyTimes } from "./schedule.ts";

const japan = (text: string) => Date.parse(`${text}:00+09:00`);
const now = japan("2026-11-25T10:00"); // a Wednesday

it("a time must be ahead, and not further than the homeserver keeps a message", () => {
  expect(checkTime("", now)).toBe("notATime");
  expect(checkTime("2026-11-25T09:59", now)).toBe("past");
  expect(checkTime("2026-11-25T10:00", now)).toBe("past");
  expect(checkTime("2026-11-25T10:02", now)).toBeNull();
  expect(checkTime("2026-12-27T10:02", now)).toBe("tooFar");
});

it("offers this evening, tomorrow morning and Monday, but nothing that is over", () => {
  expect(likelyTimes(now).map(fieldTime)).toEqual(["2026-11-25T18:00", "2026-11-26T08:30", "2026-11-30T08:30"]);
  expect(likelyTimes(japan("2026-11-29T19:00")).map(fieldTime)).toEqual(["2026-11-30T08:30"]);
});
