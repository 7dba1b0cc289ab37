import type { FacilityFilters } from "@tsunagi/contracts/rest/facilitySearch";
import { freeFieldsOf, wantedBy } from "../clauses.ts";
import type { EngineQuery, Moment } from "../engine.ts";
import { UNKNOWN, UNKNOWN_NUMBER } from "../flat.ts";
import { earliestOf, weigh } from "../weigh.ts";
import { type Columns, countBits } from "./columns.ts";
import { placeKm } from "./tests.ts";

/** What is wanted first gets the smallest number. @param words how well each fits the words, null = none given */
export function keyOf(
  columns: Columns,
  { sort, filters, moment }: EngineQuery,
  words: ReadonlyMap<number, number> | null,
): (slot: number) => number {
  switch (sort) {
    case "distance": {
      const { near } = filters;
      return (slot) => (near ? placeKm(columns, slot, near) : Number.NaN);
    }
    case "freshness": {
      const confirmed = columns.number("confirmed");
      return (slot) => -(confirmed[slot] ?? 0);
    }
    case "cost": {
      const cost = columns.number("cost");
      return (slot) => ((cost[slot] ?? UNKNOWN_NUMBER) === UNKNOWN_NUMBER ? Number.NaN : (cost[slot] as number));
    }
    case "fit":
      return fitKey(columns, filters, moment, words);
  }
}

function fitKey(
  columns: Columns,
  filters: FacilityFilters,
  moment: Moment,
  words: ReadonlyMap<number, number> | null,
): (slot: number) => number {
  const needBits = (field: "consult" | "needsUnknown" | "accept") => {
    const bits = filters.needs.reduce((all, { need }) => all | columns.codeOf(field, need), 0);
    const column = columns.list(field);
    return (slot: number) => (column[slot] ?? 0) & bits;
  };
  const [consult, unknown] = [needBits("consult"), needBits("needsUnknown")];
  const free = freeFieldsOf(filters).map((field) => columns.number(field));
  const by = wantedBy({ ...filters, vacancy: filters.vacancy ?? { by: null } }, moment.today);
  const confirmed = columns.number("confirmed");
  const freshSince = freshSinceSeconds(moment);
  const unsaid = unsaidTests(columns, filters);
  return (slot) => {
    const km = filters.near ? placeKm(columns, slot, filters.near) : null;
    return -weigh({
      needs: filters.needs.length,
      toDiscuss: countBits(consult(slot)),
      needsUnknown: countBits(unknown(slot)),
      free:
        free.length === 1
          ? (free[0]?.[slot] ?? UNKNOWN_NUMBER)
          : earliestOf(free.map((column) => column[slot] ?? UNKNOWN_NUMBER)),
      by,
      stale: (confirmed[slot] ?? 0) < freshSince,
      unsaid: unsaid(slot),
      km: km === null || Number.isNaN(km) ? null : km,
      words: words?.get(slot) ?? 1,
    });
  };
}

export const freshSinceSeconds = ({ now, staleAfterHours }: Moment): number =>
  now.getTime() / 1000 - staleAfterHours * 3600;

function unsaidTests(columns: Columns, { careLevel, monthlyCost, roomTypes, offers }: FacilityFilters) {
  const levels = columns.list("careLevels");
  const rooms = columns.list("roomTypes");
  const cost = columns.number("cost");
  const offersUnknown = columns.list("offersUnknown");
  const [noLevel, noRoom] = [columns.codeOf("careLevels", UNKNOWN), columns.codeOf("roomTypes", UNKNOWN)];
  const offerBits = offers.reduce((all, offer) => all | columns.codeOf("offersUnknown", offer), 0);
  return (slot: number): number =>
    (careLevel && ((levels[slot] ?? 0) & noLevel) !== 0 ? 1 : 0) +
    (monthlyCost && cost[slot] === UNKNOWN_NUMBER ? 1 : 0) +
    (roomTypes.length > 0 && ((rooms[slot] ?? 0) & noRoom) !== 0 ? 1 : 0) +
    countBits((offersUnknown[slot] ?? 0) & offerBits);
}
