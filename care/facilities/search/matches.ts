import type { FacilityFilters } from "@tsunagi/contracts/rest/facilitySearch";
import { type Clause, clausesOf, type Predicate } from "./clauses.ts";
import { distanceKm } from "./distance.ts";
import type { FacilityDocument } from "./document.ts";
import { type FlatFacility, flatten } from "./flat.ts";

/**
 * True when one facility fits the filters and has a place: what a kept search waits for. A vacancy nobody reported is
 * none, whatever the filters say of unknown answers; a wished day that has passed means now.
 */
export function hasPlaceFor(document: FacilityDocument, filters: FacilityFilters, today: string): boolean {
  const by = filters.vacancy?.by ?? today;
  const wanted: FacilityFilters = { ...filters, text: "", vacancy: { by: by < today ? today : by } };
  const known = clausesOf({ ...wanted, includeUnknown: false }, today).filter(({ filter }) => filter === "vacancy");
  const others = clausesOf(wanted, today).filter(({ filter }) => filter !== "vacancy");
  const flat = flatten(document);
  return [...known, ...others].every((clause) => fulfils(flat, clause));
}

const fulfils = (flat: FlatFacility, { any }: Clause): boolean => any.some((predicate) => holds(flat, predicate));

function holds({ lists, numbers, geo }: FlatFacility, predicate: Predicate): boolean {
  switch (predicate.kind) {
    case "has":
      return lists[predicate.field].some((value) => predicate.values.includes(value));
    case "between": {
      const value = numbers[predicate.field] ?? Number.NaN;
      return value >= predicate.from && value <= predicate.to;
    }
    case "within":
      return geo !== null && distanceKm(predicate, { latitude: geo.lat, longitude: geo.lng }) <= predicate.km;
  }
}
