import type { Language } from "@tsunagi/contracts/text";
import { dayOf, formatTime } from "../i18n/dates.ts";

const LOCALES: Readonly<Record<Language, string>> = { ja: "ja-JP", en: "en-GB" };
const DAY_MS = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Everything is shown in Japan's time: a telephone set to another zone must not move a visit. */
function format(at: number, language: Language, options: Intl.DateTimeFormatOptions): string {
  const key = language + JSON.stringify(options);
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(LOCALES[language], { timeZone: "Asia/Tokyo", ...options });
    formatters.set(key, formatter);
  }
  return formatter.format(at);
}

export type NearDay = "today" | "yesterday";

/** 今日 and 昨日 are words of the product's texts; anything else is a date. */
export function nearDay(at: number, now: number): NearDay | null {
  if (dayOf(at) === dayOf(now)) return "today";
  return dayOf(at) === dayOf(now - DAY_MS) ? "yesterday" : null;
}

const sameYear = (a: number, b: number): boolean => dayOf(a).slice(0, 4) === dayOf(b).slice(0, 4);

/** `11月22日(日)`, with the year when it is not this one. */
export const longDay = (at: number, now: number, language: Language): string =>
  format(at, language, {
    ...(sameYear(at, now) ? {} : { year: "numeric" }),
    month: "long",
    day: "numeric",
    weekday: "short",
  });

/** `11/22` for lists, with the year when it is not this one. */
export const shortDay = (at: number, now: number, language: Language): string =>
  format(at, language, { ...(sameYear(at, now) ? {} : { year: "numeric" }), month: "numeric", day: "numeric" });

/** `11/22 14:05`; today only the time. */
export const moment = (at: number, now: number, language: Language): string =>
  nearDay(at, now) === "today"
    ? formatTime(at, language)
    : `${shortDay(at, now, language)} ${formatTime(at, language)}`;
