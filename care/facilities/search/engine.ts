import type { FacilityFilters, FacilitySort } from "@tsunagi/contracts/rest/facilitySearch";
import type { FacilityDocument } from "./document.ts";

/** What an engine is asked. Everything that depends on the moment stands in it. */
export interface EngineQuery {
  readonly filters: FacilityFilters;
  readonly sort: FacilitySort;
  readonly limit: number;
  readonly offset: number;
  readonly moment: Moment;
}

export interface Moment {
  readonly now: Date;
  /** Today where the facilities are, `YYYY-MM-DD`. */
  readonly today: string;
  /** A vacancy not confirmed for so long is marked and ranked down. */
  readonly staleAfterHours: number;
}

export const FACETS = {
  municipality: { list: "municipality", filter: "area" },
  service: { list: "service", filter: "service" },
  roomType: { list: "roomTypes", filter: "roomType" },
  offer: { list: "offers", filter: null },
  accepts: { list: "accept", filter: null },
} as const;
export type FacetName = keyof typeof FACETS;
export type Facets = Record<FacetName, Record<string, number>>;

export interface EngineHit {
  readonly document: FacilityDocument;
  readonly distanceKm: number | null;
}

export interface EngineAnswer {
  readonly total: number;
  readonly hits: readonly EngineHit[];
  /** How many of the hits have each value; a facet's own filter does not count for it, so that others can be added. */
  readonly facets: Facets;
  /** What the engine itself took, in milliseconds. */
  readonly ms: number;
}

/**
 * The search behind the port; the same tests hold for every engine. There is no removing: facilities are never deleted.
 */
export interface FacilityEngine {
  readonly name: "embedded" | "meilisearch";
  /** Puts these facilities as they are now. When it resolves, a search finds them so. */
  put(documents: readonly FacilityDocument[]): Promise<void>;
  /** Everything anew, without a moment in which nothing is found. */
  rebuild(batches: AsyncIterable<readonly FacilityDocument[]>): Promise<void>;
  search(query: EngineQuery): Promise<EngineAnswer>;
  /** How many each of these filters would find. */
  count(filters: readonly FacilityFilters[], moment: Moment): Promise<number[]>;
  /** True when what is kept is complete and was made by this version of the hub: no rebuild needed. */
  isCurrent(): Promise<boolean>;
  close(): Promise<void>;
}
