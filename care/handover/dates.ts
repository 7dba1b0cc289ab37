const TOKYO = { timeZone: "Asia/Tokyo" } as const;
const western = new Intl.DateTimeFormat("ja-JP", { ...TOKYO, year: "numeric", month: "long", day: "numeric" });
const era = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
  ...TOKYO,
  era: "long",
  year: "numeric",
  month: "long",
  day: "numeric",
});
const clock = new Intl.DateTimeFormat("ja-JP", { ...TOKYO, hour: "numeric", minute: "2-digit" });

/** `YYYY-MM-DD` as a day in Japan. */
const noon = (day: string): Date => new Date(`${day}T12:00:00+09:00`);

export const dayText = (moment: Date): string => western.format(moment);
export const momentText = (moment: Date): string => `${western.format(moment)} ${clock.format(moment)}`;
/** A birth date as people here write it: by the era, and by the western year. */
export const birthText = (day: string): string => `${era.format(noon(day))}（${western.format(noon(day))}）`;
/** Digits of a day for a file's name. */
export const dayDigits = (moment: Date): string =>
  new Intl.DateTimeFormat("sv-SE", { ...TOKYO }).format(moment).replaceAll("-", "");

/** Whole years lived on the day of that moment, in Japan. */
export function ageOn(birthDate: string, moment: Date): number {
  const [year = 0, month = 0, day = 0] = birthDate.split("-").map(Number);
  const [thisYear = 0, thisMonth = 0, today = 0] = new Intl.DateTimeFormat("sv-SE", TOKYO)
    .format(moment)
    .split("-")
    .map(Number);
  return thisYear - year - (thisMonth < month || (thisMonth === month && today < day) ? 1 : 0);
}
