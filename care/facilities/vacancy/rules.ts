import type { RoomType, VacancySex } from "@tsunagi/contracts/codes/facilities";
import type { VacancyLine } from "@tsunagi/contracts/rest/facilities";

/** The place somebody needs: null = any room; a sex that is not known fits only places for anybody. */
export interface WantedPlace {
  readonly roomType: RoomType | null;
  readonly sex: Exclude<VacancySex, "any"> | null;
}

const HOUR_MS = 3_600_000;

/** Places of all kinds together. */
export const placesIn = (lines: readonly VacancyLine[]): number => lines.reduce((sum, { count }) => sum + count, 0);

/** Confirmed so long ago that it is marked and ranked down. */
export const isStale = (reportedAt: Date, now: Date, staleHours: number): boolean =>
  now.getTime() - reportedAt.getTime() > staleHours * HOUR_MS;

/**
 * The same vacancies with one place fewer: one for this very sex before one for anybody, the soonest first.
 * @returns null when none fits
 */
export function withoutOne(lines: readonly VacancyLine[], wanted: WantedPlace): VacancyLine[] | null {
  const fitting = lines
    .filter(({ count, roomType, sex }) => {
      const room = wanted.roomType === null || roomType === wanted.roomType;
      return count > 0 && room && (sex === "any" || sex === wanted.sex);
    })
    .sort((a, b) => Number(a.sex === "any") - Number(b.sex === "any") || soonest(a, b));
  const [taken] = fitting;
  if (!taken) return null;
  return lines.flatMap((line) => {
    if (line !== taken) return [line];
    return line.count > 1 ? [{ ...line, count: line.count - 1 }] : [];
  });
}

const soonest = (a: VacancyLine, b: VacancyLine): number =>
  (a.availableFrom ?? "").localeCompare(b.availableFrom ?? "");
