import { facilityNeeds, facilityOffers, roomTypes } from "@tsunagi/contracts/codes/facilities";
import { serviceKeyOf } from "@tsunagi/contracts/codes/facilityServices";
import { municipalities } from "@tsunagi/contracts/codes/municipalities";
import type { FacilityDocument, VacancyPlace } from "./document.ts";
import { textOf } from "./text.ts";

/** In lists: the facility has not said. In numbers: -1, so that "at most" finds it when it shall. */
export const UNKNOWN = "unknown";
export const UNKNOWN_NUMBER = -1;
/** Later than every day: reported, and nothing is free. */
export const FULL = 99_999_999;

const ROOMS = ["all", ...roomTypes.codes] as const;
const SEXES = ["all", "female", "male"] as const;

/** `free_private_female`: the day from when a woman finds a private room, as the number YYYYMMDD; 0 = now. */
export const freeField = (room: string, sex: string): string => `free_${room}_${sex}`;
export const FREE_FIELDS: readonly string[] = ROOMS.flatMap((room) => SEXES.map((sex) => freeField(room, sex)));

/** Lists a filter can look into. */
export const LIST_FIELDS = [
  "municipality",
  "service",
  "roomTypes",
  "careLevels",
  "offers",
  "offersUnknown",
  "accept",
  "consult",
  "needsUnknown",
] as const;
export type ListField = (typeof LIST_FIELDS)[number];

export const NUMBER_FIELDS: readonly string[] = [...FREE_FIELDS, "cost", "confirmed", "rank"];

/** A facility as both engines keep it: flat lists and numbers to filter by, folded words to look through. */
export interface FlatFacility {
  readonly id: string;
  readonly lists: Readonly<Record<ListField, readonly string[]>>;
  readonly numbers: Readonly<Record<string, number>>;
  readonly geo: { readonly lat: number; readonly lng: number } | null;
  readonly text: { readonly name: string; readonly words: string };
  readonly document: FacilityDocument;
}

export function flatten(document: FacilityDocument): FlatFacility {
  const { latitude, longitude, vacancy, needs } = document;
  const said = (answer: string) => facilityNeeds.codes.filter((need) => needs[need] === answer);
  const rooms = [...new Set([...document.roomTypes, ...(vacancy?.lines ?? []).map((line) => line.roomType)])];
  return {
    id: document.id,
    lists: {
      municipality: [document.municipality],
      service: [serviceKeyOf(document.system, document.serviceType)],
      roomTypes: orUnknown(rooms),
      careLevels: orUnknown(document.careLevels),
      offers: document.offers,
      offersUnknown: facilityOffers.codes.filter(
        (offer) => !document.offers.includes(offer) && !document.offersNot.includes(offer),
      ),
      accept: said("accept"),
      consult: said("consult"),
      needsUnknown: facilityNeeds.codes.filter((need) => !needs[need]),
    },
    numbers: {
      ...freeNumbers(vacancy?.lines ?? null),
      cost: document.monthlyCostFrom ?? UNKNOWN_NUMBER,
      confirmed: vacancy ? Math.floor(Date.parse(vacancy.confirmedAt) / 1000) : 0,
      rank: rankOf(document),
    },
    geo: latitude === null || longitude === null ? null : { lat: latitude, lng: longitude },
    text: textOf(document, municipalities.has(document.municipality) ? document.municipality : null),
    document,
  };
}

const orUnknown = (list: readonly string[]): readonly string[] => (list.length > 0 ? list : [UNKNOWN]);

function freeNumbers(lines: readonly VacancyPlace[] | null): Record<string, number> {
  const numbers: Record<string, number> = {};
  for (const room of ROOMS) for (const sex of SEXES) numbers[freeField(room, sex)] = earliest(lines, room, sex);
  return numbers;
}

function earliest(lines: readonly VacancyPlace[] | null, room: string, sex: string): number {
  if (lines === null) return UNKNOWN_NUMBER;
  const fitting = lines.filter(
    (line) =>
      line.count > 0 &&
      (room === "all" || line.roomType === room) &&
      (sex === "all" || line.sex === "any" || line.sex === sex),
  );
  return Math.min(FULL, ...fitting.map(({ availableFrom }) => (availableFrom ? dayNumber(availableFrom) : 0)));
}

export const dayNumber = (day: string): number => Number(day.replaceAll("-", ""));
export const dayOfNumber = (day: number): string =>
  `${String(day).slice(0, 4)}-${String(day).slice(4, 6)}-${String(day).slice(6)}`;

/** What speaks for a facility whatever is asked: a place reported, needs answered. For an engine that cannot weigh. */
function rankOf({ vacancy, needs, careLevels }: FacilityDocument): number {
  const accepted = Object.values(needs).filter((answer) => answer === "accept").length;
  const places = vacancy?.lines.some(({ count }) => count > 0) ? 40 : vacancy ? 0 : 15;
  return places + accepted + (careLevels.length > 0 ? 3 : 0);
}
