const days = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" });

/** `2026-11-22`, the day a moment falls on in Japan, wherever the machine stands. */
export const dayInJapan = (moment: Date): string => days.format(moment);

/** Full years on a day. @param birthDate `YYYY-MM-DD` @param day the same */
export function yearsOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Full years at a moment, by the calendar in Japan. @param birthDate `YYYY-MM-DD` */
export const ageOn = (birthDate: string, moment: Date): number => yearsOn(birthDate, dayInJapan(moment));
