import { z } from "zod";
import { facilityNeeds, facilityOffers, needAnswers, roomTypes, vacancySexes } from "../codes/facilities.ts";
import { serviceKey } from "../codes/facilityServices.ts";
import { fitPoints } from "../codes/fitPoints.ts";
import { careLevels } from "../codes/levels.ts";
import { medicalAreas } from "../codes/medicalAreas.ts";
import { facilityId, organisationId } from "../ids.ts";
import { calendarDate } from "../text.ts";
import { endpoint } from "./endpoint.ts";
import { municipalityCode } from "./organisations.ts";

/** Hits one search gives at most: whoever needs more asks more exactly. */
export const MOST_HITS = 200;

export const point = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });
export type Point = z.infer<typeof point>;

/** What a facility must be like. Nothing about a person: no name, no address, no case. */
export const facilityFilters = z
  .object({
    text: z.string().trim().max(80).default("").describe("Words; kana, width and typing mistakes do not matter"),
    municipalities: z.array(municipalityCode).max(40).default([]),
    areas: z.array(medicalAreas.schema).max(8).default([]).describe("二次医療圏"),
    neighbours: z.boolean().default(false).describe("Also the neighbours of the chosen municipalities"),
    near: z
      .object({ ...point.shape, km: z.number().min(0.5).max(200).nullable().default(null) })
      .nullable()
      .default(null)
      .describe("A point to measure distances from, and how far"),
    services: z.array(serviceKey).max(40).default([]),
    careLevel: careLevels.schema.nullable().default(null),
    needs: z
      .array(
        z.object({
          need: facilityNeeds.schema,
          least: z.enum(["accept", "consult"]).default("consult").describe("consult = accepts or is to be discussed"),
        }),
      )
      .max(22)
      .default([]),
    vacancy: z
      .object({ by: calendarDate.nullable().default(null).describe("null = now") })
      .nullable()
      .default(null),
    roomTypes: z.array(roomTypes.schema).max(4).default([]),
    sex: vacancySexes.schema.exclude(["any"]).nullable().default(null).describe("For whom the vacancy must be"),
    monthlyCost: z.number().int().positive().max(10_000_000).nullable().default(null).describe("Yen, at most"),
    offers: z.array(facilityOffers.schema).max(6).default([]),
    includeUnknown: z.boolean().default(false).describe("Also facilities that have not said"),
  })
  .meta({ id: "FacilityFilters" });
export type FacilityFilters = z.infer<typeof facilityFilters>;

export const facilitySorts = z.enum(["fit", "distance", "freshness", "cost"]);
export type FacilitySort = z.infer<typeof facilitySorts>;

export const vacancyState = z.enum(["now", "later", "full", "unknown"]);

export const vacancyLine = z.object({
  roomType: roomTypes.schema,
  sex: vacancySexes.schema,
  count: z.number().int(),
  availableFrom: calendarDate.nullable().describe("null = now"),
});

/** Why a facility fits, or what is not sure; `value` is a code of the point's own list. */
export const fitPoint = z.object({ code: fitPoints.schema, value: z.string().optional() });
export type FitPoint = z.infer<typeof fitPoint>;

export const facilityHit = z
  .object({
    id: facilityId,
    organisationId,
    name: z.string(),
    nameKana: z.string(),
    service: serviceKey,
    municipality: z.string(),
    address: z.string(),
    phone: z.string(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    features: z.string(),
    capacity: z.number().int().nullable(),
    roomTypes: z.array(roomTypes.schema),
    monthlyCostFrom: z.number().int().nullable(),
    monthlyCostTo: z.number().int().nullable(),
    needs: z.array(z.object({ need: facilityNeeds.schema, answer: needAnswers.schema })),
    vacancy: z.object({
      state: vacancyState,
      count: z.number().int(),
      from: calendarDate.nullable(),
      waiting: z.number().int().nullable(),
      confirmedAt: z.iso.datetime().nullable(),
      stale: z.boolean(),
      lines: z.array(vacancyLine),
    }),
    distanceKm: z.number().nullable(),
    fit: z.object({ percent: z.number().int(), reasons: z.array(fitPoint), uncertain: z.array(fitPoint) }),
  })
  .meta({ id: "FacilityHit" });
export type FacilityHit = z.infer<typeof facilityHit>;

const counts = z.record(z.string(), z.number().int());

/** Which filters to loosen so that something is found, and how many that gives. */
export const relaxation = z.object({
  change: z.enum(["drop", "consult", "neighbours", "farther", "includeUnknown"]),
  filter: z.string().describe("text, area, near, service, careLevel, need, vacancy, roomType, sex, monthlyCost, offer"),
  value: z.string().nullable(),
  total: z.number().int(),
  filters: facilityFilters,
});
export type Relaxation = z.infer<typeof relaxation>;

export const facilitySearchResult = z
  .object({
    total: z.number().int(),
    hits: z.array(facilityHit),
    facets: z.object({ municipality: counts, service: counts, roomType: counts, offer: counts, accepts: counts }),
    relaxations: z.array(relaxation),
    engine: z.object({ name: z.enum(["embedded", "meilisearch"]), ms: z.number() }),
  })
  .meta({ id: "FacilitySearchResult" });
export type FacilitySearchResult = z.infer<typeof facilitySearchResult>;

export const searchFacilities = endpoint({
  method: "POST",
  path: "/facilities/search",
  tag: "facilities",
  summary: "Find facilities by need, vacancy and place (POST: what is looked for stands in no log)",
  requires: "facility.search",
  body: z.object({
    filters: facilityFilters,
    sort: facilitySorts.default("fit"),
    limit: z.number().int().min(1).max(MOST_HITS).default(20),
    offset: z.number().int().min(0).max(MOST_HITS).default(0),
  }),
  response: facilitySearchResult,
  problems: ["searchNotReady"],
});

export const locateAddress = endpoint({
  method: "POST",
  path: "/facilities/locate",
  tag: "facilities",
  summary: "Where an address is, as near as the addresses of facilities tell; nothing leaves the hub",
  requires: "facility.search",
  body: z.object({ address: z.string().trim().min(2).max(200) }),
  response: z.object({ place: point.extend({ matched: z.string() }).nullable() }),
});
