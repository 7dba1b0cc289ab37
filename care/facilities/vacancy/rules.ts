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

/** What a line of text or a form says of one kind of place. */
export interface SaidPlaces {
  readonly count: number;
  readonly roomType?: RoomType | undefined;
  readonly sex?: VacancySex | undefined;
  readonly availableFrom?: string | undefined;
}

/** A kind of place somebody may mean. */
export type PlaceKind = Pick<VacancyLine, "roomType" | "sex">;

/**
 * The vacancies with one kind of place changed and the others as they were; 0 with nothing else said = full. Which
 * kind is meant may be left unsaid as long as there is only one it can be.
 * @param possible room types of the facility
 * @returns the new lines, or the kinds of place to choose from
 */
export function withPlaces(
  before: readonly VacancyLine[],
  said: SaidPlaces,
  possible: readonly RoomType[],
): { readonly lines: VacancyLine[] } | { readonly choose: PlaceKind[] } {
  const { count, roomType, sex, availableFrom = null } = said;
  if (count === 0 && !roomType && !sex) return { lines: [] };
  const kinds = meant(before, said, possible);
  const [kind, ...others] = kinds;
  if (!kind || others.length > 0) return { choose: kinds };
  const rest = before.filter((line) => line.roomType !== kind.roomType || line.sex !== kind.sex);
  return { lines: count === 0 ? rest : [...rest, { ...kind, count, availableFrom }] };
}

function meant(before: readonly VacancyLine[], said: SaidPlaces, possible: readonly RoomType[]): PlaceKind[] {
  const { roomType, sex } = said;
  if (roomType && sex) return [{ roomType, sex }];
  const known = before
    .filter((line) => (!roomType || line.roomType === roomType) && (!sex || line.sex === sex))
    .map((line): PlaceKind => ({ roomType: line.roomType, sex: line.sex }));
  if (known.length > 0) return known;
  return (roomType ? [roomType] : possible).map((type): PlaceKind => ({ roomType: type, sex: sex ?? "any" }));
}

const soonest = (a: VacancyLine, b: VacancyLine): number =>
  (a.availableFrom ?? "").localeCompare(b.availableFrom ?? "");
