import type { Clause, Predicate } from "../clauses.ts";
import { distanceKm } from "../distance.ts";
import type { Columns } from "./columns.ts";

/** True when the facility in this place fulfils a clause. */
export type Test = (slot: number) => boolean;

export const testOf = (columns: Columns, { any }: Clause): Test => {
  const tests = any.map((predicate) => predicateTest(columns, predicate));
  const [only] = tests;
  if (tests.length === 1 && only) return only;
  return (slot) => tests.some((test) => test(slot));
};

function predicateTest(columns: Columns, predicate: Predicate): Test {
  switch (predicate.kind) {
    case "has":
      return hasTest(columns, predicate);
    case "between": {
      const { from, to } = predicate;
      const column = columns.number(predicate.field);
      return (slot) => {
        const value = column[slot] ?? Number.NaN;
        return value >= from && value <= to;
      };
    }
    case "within": {
      const { latitude, longitude, km } = predicate;
      return (slot) => placeKm(columns, slot, { latitude, longitude }) <= km; // NaN is not
    }
  }
}

function hasTest(columns: Columns, { field, values }: Extract<Predicate, { kind: "has" }>): Test {
  const column = columns.list(field);
  const codes = values.map((value) => columns.codeOf(field, value)).filter((code) => code !== 0);
  if (columns.isSingle(field)) {
    const wanted = new Set(codes);
    return (slot) => wanted.has(column[slot] ?? 0);
  }
  const bits = codes.reduce((all, code) => all | code, 0);
  return (slot) => ((column[slot] ?? 0) & bits) !== 0;
}

/** NaN when the facility's place is unknown. */
export function placeKm(columns: Columns, slot: number, from: { latitude: number; longitude: number }): number {
  const latitude = columns.latitudes[slot] ?? Number.NaN;
  const longitude = columns.longitudes[slot] ?? Number.NaN;
  return distanceKm(from, { latitude, longitude });
}
