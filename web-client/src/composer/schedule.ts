import { clockInJapan, momentInJapan } from "../i18n/dates.ts";

/** How far ahead a message may be scheduled: the homeserver's own limit (homeserver/src/settings.ts, scheduledDays). */
export const MOST_DAYS = 31;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export type ScheduleProblem = "notATime" | "past" | "tooFar";

/** A time of the field ("2026-11-25T08:30", in Japan) in milliseconds since the epoch; null when it is none. */
export function timeOf(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null;
  try {
    return Date.parse(momentInJapan(text));
  } catch {
    return null; // the 31st of February
  }
}

/** As the field takes it. */
export const fieldTime = (at: number): string => clockInJapan(new Date(at)).slice(0, 16);

/** What is wrong with a time of the field. */
export function checkTime(text: string, now: number): ScheduleProblem | null {
  const at = timeOf(text);
  if (at === null || Number.isNaN(at)) return "notATime";
  if (at < now + MINUTE) return "past";
  return at > now + MOST_DAYS * DAY ? "tooFar" : null;
}

/** Times one is likely to want, in Japan: this evening, tomorrow morning, Monday morning; what is over is left out. */
export function likelyTimes(now: number): readonly number[] {
  const today = fieldTime(now).slice(0, 10);
  const at = (days: number, clock: string) => (timeOf(`${today}T${clock}`) ?? now) + days * DAY;
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const toMonday = (8 - weekday) % 7 || 7;
  const times = [at(0, "18:00"), at(1, "08:30"), ...(toMonday > 1 ? [at(toMonday, "08:30")] : [])];
  return times.filter((time) => time >= now + 5 * MINUTE);
}
