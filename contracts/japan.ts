const days = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" });

/** `2026-11-22`, the day a moment falls on in Japan, wherever the machine stands. */
export const dayInJapan = (moment: Date): string => days.format(moment);

/** The moment a day ends in Japan: where the next one begins. @param day `YYYY-MM-DD` */
export const endOfDayInJapan = (day: string): Date => new Date(Date.parse(`${day}T00:00:00+09:00`) + 86_400_000);

/** Full years on a day. @param birthDate `YYYY-MM-DD` @param day the same */
export function yearsOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Full years at a moment, by the calendar in Japan. @param birthDate `YYYY-MM-DD` */
export const ageOn = (birthDate: string, moment: Date): number => yearsOn(birthDate, dayInJapan(moment));
