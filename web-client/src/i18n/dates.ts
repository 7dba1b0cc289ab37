import { dayInJapan, yearsOn } from "@tsunagi/contracts/japan";
import type { Language } from "@tsunagi/contracts/text";

/** Everything is shown in Japanese time, wherever the device thinks it is. */
const timeZone = "Asia/Tokyo";
const LOCALES: Readonly<Record<Language, string>> = { ja: "ja-JP", en: "en-GB" };

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
  formatters.set(key, known);
  return known;
}

type Moment = string | number | Date;
const dateOf = (moment: Moment): Date => new Date(moment);

/** `2026-11-22`, the day in Japan. */
export const dayOf = (moment: Moment): string => dayInJapan(dateOf(moment));

/** 2026年11月22日 */
export const formatDate = (moment: Moment, language: Language): string =>
  formatter(LOCALES[language], { year: "numeric", month: "long", day: "numeric" }).format(dateOf(moment));

/** 2026年11月22日 14:05 */
export const formatDateTime = (moment: Moment, language: Language): string =>
  `${formatDate(moment, language)} ${formatTime(moment, language)}`;

/** 14:05 */
export const formatTime = (moment: Moment, language: Language): string =>
  formatter(LOCALES[language], { hour: "2-digit", minute: "2-digit", hour12: false }).format(dateOf(moment));

/** 昭和13年4月12日; the same as `formatDate` in English. @param day `YYYY-MM-DD` */
export const formatEraDate = (day: string, language: Language): string =>
  language === "ja"
    ? formatter("ja-JP-u-ca-japanese", { era: "long", year: "numeric", month: "long", day: "numeric" }).format(
        dateOf(`${day}T00:00:00+09:00`),
      )
    : formatDate(`${day}T00:00:00+09:00`, language);

/** Full years on `today`. @param birthDate `YYYY-MM-DD` @param today the same */
export const ageOn = (birthDate: string, today: string = dayOf(Date.now())): number => yearsOn(birthDate, today);

/** `2026-11-22T14:05`, the wall clock in Japan: what `datetime-local` fields take. */
export const clockInJapan = (moment: Moment): string =>
  formatter("sv-SE", { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" })
    .format(dateOf(moment))
    .replace(" ", "T");

/** The moment of a wall clock in Japan, ISO in UTC. @param clock as `clockInJapan` gives it */
export const momentInJapan = (clock: string): string => new Date(`${clock.slice(0, 16)}:00+09:00`).toISOString();
