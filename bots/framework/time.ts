import { dayInJapan } from "@tsunagi/contracts/japan";
import type { Language } from "@tsunagi/contracts/text";

const FORMATS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  ja: new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", dateStyle: "medium", timeStyle: "short" }),
  en: new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Tokyo", dateStyle: "medium", timeStyle: "short" }),
};

/** A moment as people in Japan read it. @param iso UTC */
export const formatTime = (iso: string, language: Language): string => FORMATS[language].format(new Date(iso));

/** Today's date in Japan, `YYYY-MM-DD`. */
export const todayInJapan = (now: Date = new Date()): string => dayInJapan(now);

/** Midnight in Japan at the beginning of a day. @param day `YYYY-MM-DD` */
export const startOfDayInJapan = (day: string): Date => new Date(`${day}T00:00:00+09:00`);
