import { dayInJapan, endOfDayInJapan } from "@tsunagi/contracts/japan";
import { CareError } from "../kernel/errors.ts";

/**
 * When a bulletin leaves the board's current list.
 * @param lastDay `YYYY-MM-DD`, shown through this day in Japan; null = never
 * @param goesAt when it goes
 * @throws CareError bulletinPeriodOver when it would be over before it begins
 */
export function shownUntil(lastDay: string | null, goesAt: Date): Date | null {
  if (lastDay === null) return null;
  if (lastDay < dayInJapan(goesAt)) throw new CareError("bulletinPeriodOver");
  return endOfDayInJapan(lastDay);
}

/** Its time is over: nobody waits for an answer any more. */
export const hasEnded = ({ shownUntil: until }: { readonly shownUntil: Date | null }, now: Date): boolean =>
  until !== null && until <= now;
