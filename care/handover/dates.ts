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
/** `21:07` in Japan. */
export const clockText = (moment: Date): string => clock.format(moment);
/** A birth date as people here write it: by the era, and by the western year. */
export const birthText = (day: string): string => `${era.format(noon(day))}（${western.format(noon(day))}）`;
