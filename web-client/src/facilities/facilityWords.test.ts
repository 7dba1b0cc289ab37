import { expect, it } from "vitest";
import { howLongAgo } from "./facilityWords.ts";

const NOW = Date.parse("2026-11-25T12:00:00Z");

it.each([
  ["2026-11-25T11:59:30Z", "justNow", 0],
  ["2026-11-25T12:00:05Z", "justNow", 0],
  ["2026-11-25T11:58:00Z", "minutesAgo", 2],
  ["2026-11-25T10:30:00Z", "hoursAgo", 1],
  ["2026-11-24T12:00:00Z", "daysAgo", 1],
  ["2026-11-20T12:00:00Z", "daysAgo", 5],
] as const)("%s is %s (%i)", (iso, unit, count) => {
  expect(howLongAgo(iso, NOW)).toEqual({ unit, count });
});
