import { municipalitiesOfArea } from "@tsunagi/contracts/codes/medicalAreas";
import type { MunicipalityCode } from "@tsunagi/contracts/codes/municipalities";
import { neighboursOf } from "@tsunagi/contracts/codes/neighbours";
import type { FacilityFilters } from "@tsunagi/contracts/rest/facilitySearch";
import { dayNumber, FULL, freeField, type ListField, UNKNOWN, UNKNOWN_NUMBER } from "./flat.ts";

/** One thing a facility may have; both engines understand these three. */
export type Predicate =
  | { readonly kind: "has"; readonly field: ListField; readonly values: readonly string[] }
  | { readonly kind: "between"; readonly field: string; readonly from: number; readonly to: number }
  | { readonly kind: "within"; readonly latitude: number; readonly longitude: number; readonly km: number };

/** A filter: one of its predicates must hold. `filter` names it, `value` which of several of its kind it is. */
export interface Clause {
  readonly filter: FilterName;
  readonly value: string | null;
  readonly any: readonly Predicate[];
}

export type FilterName =
  | "area"
  | "near"
  | "service"
  | "careLevel"
  | "need"
  | "vacancy"
  | "roomType"
  | "sex"
  | "monthlyCost"
  | "offer";

/** What the filters ask for, as clauses that must all hold. @param today `YYYY-MM-DD` */
export function clausesOf(filters: FacilityFilters, today: string): Clause[] {
  const { near, services, careLevel, monthlyCost, includeUnknown: unknownToo, roomTypes } = filters;
  const clauses: (Clause | null)[] = [
    areaClause(filters),
    near?.km ? clause("near", { kind: "within", ...at(near), km: near.km }) : null,
    services.length > 0 ? clause("service", has("service", services)) : null,
    careLevel ? clause("careLevel", has("careLevels", [careLevel, ...(unknownToo ? [UNKNOWN] : [])])) : null,
    ...filters.needs.map(({ need, least }): Clause => {
      const any = [has("accept", [need])];
      if (least === "consult") any.push(has("consult", [need]));
      if (unknownToo) any.push(has("needsUnknown", [need]));
      return { filter: "need", value: need, any };
    }),
    vacancyClause(filters, today),
    roomTypes.length > 0 && !placeWanted(filters)
      ? clause("roomType", has("roomTypes", [...roomTypes, ...(unknownToo ? [UNKNOWN] : [])]))
      : null,
    monthlyCost
      ? clause("monthlyCost", {
          kind: "between",
          field: "cost",
          from: unknownToo ? UNKNOWN_NUMBER : 0,
          to: monthlyCost,
        })
      : null,
    ...filters.offers.map((offer): Clause => {
      const any = [has("offers", [offer])];
      if (unknownToo) any.push(has("offersUnknown", [offer]));
      return { filter: "offer", value: offer, any };
    }),
  ];
  return clauses.filter((one) => one !== null);
}

/** A room for a woman is one question, not two: kind, sex and day must come together in one place. */
const placeWanted = ({ vacancy, sex }: FacilityFilters): boolean => vacancy !== null || sex !== null;

/** Fields that say from when the wanted place is free. */
export function freeFieldsOf({ roomTypes, sex }: FacilityFilters): string[] {
  return (roomTypes.length > 0 ? roomTypes : ["all"]).map((room) => freeField(room, sex ?? "all"));
}

/** The last day a vacancy may begin, as a number. */
export const wantedBy = ({ vacancy }: FacilityFilters, today: string): number =>
  vacancy ? dayNumber(vacancy.by ?? today) : FULL - 1;

function vacancyClause(filters: FacilityFilters, today: string): Clause | null {
  if (!placeWanted(filters)) return null;
  const from = filters.includeUnknown ? UNKNOWN_NUMBER : 0;
  const to = wantedBy(filters, today);
  const any = freeFieldsOf(filters).map((field): Predicate => ({ kind: "between", field, from, to }));
  return { filter: filters.vacancy ? "vacancy" : "sex", value: null, any };
}

/** The municipalities of the chosen ones, areas and neighbours together. */
export function municipalitiesWanted({ municipalities, areas, neighbours }: FacilityFilters): string[] {
  const chosen = new Set<string>([
    ...municipalities,
    ...areas.flatMap((area): readonly MunicipalityCode[] => municipalitiesOfArea[area]),
  ]);
  if (neighbours) for (const code of [...chosen]) for (const other of neighboursOf(code)) chosen.add(other);
  return [...chosen];
}

function areaClause(filters: FacilityFilters): Clause | null {
  const wanted = municipalitiesWanted(filters);
  return wanted.length > 0 ? clause("area", has("municipality", wanted)) : null;
}

const clause = (filter: FilterName, ...any: Predicate[]): Clause => ({ filter, value: null, any });
const has = (field: ListField, values: readonly string[]): Predicate => ({ kind: "has", field, values });
const at = ({ latitude, longitude }: { latitude: number; longitude: number }) => ({ latitude, longitude });
