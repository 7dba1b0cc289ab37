import { type Clause, clausesOf } from "@tsunagi/care/facilities/search/clauses";
import type { FacilityDocument } from "@tsunagi/care/facilities/search/document";
import {
  type EngineAnswer,
  type EngineHit,
  type EngineQuery,
  FACETS,
  type FacetName,
  type FacilityEngine,
} from "@tsunagi/care/facilities/search/engine";
import { UNKNOWN } from "@tsunagi/care/facilities/search/flat";
import { byFit } from "@tsunagi/care/facilities/search/judge";
import { wantedWords } from "@tsunagi/care/facilities/search/text";
import { Meilisearch, type MultiSearchQuery } from "meilisearch";
import { unwrapped } from "./errors.ts";
import { pairTerms, toFilter } from "./meiliDocument.ts";
import { INDEX, MeiliIndex } from "./meiliIndex.ts";
import { meiliTransport } from "./meiliTransport.ts";

interface MeiliHit {
  readonly document: FacilityDocument;
  readonly _geoDistance?: number;
  readonly _rankingScore?: number;
}

interface MeiliResult {
  readonly hits: readonly MeiliHit[];
  readonly estimatedTotalHits: number;
  readonly processingTimeMs: number;
  readonly facetDistribution?: Record<string, Record<string, number>>;
}

/** So many are fetched for each that is shown, to be weighed here: an index cannot weigh needs against places. */
const WEIGHED_FOR_SHOWN = 3;
const WEIGHED_AT_LEAST = 60;

/** A Meilisearch server of one's own: for a nation's facilities. */
export function meilisearchEngine({ url, key }: { url: string; key: string | undefined }): FacilityEngine {
  const transport = meiliTransport();
  const client = new Meilisearch({ host: url, apiKey: key ?? "", httpClient: transport.httpClient });
  const index = new MeiliIndex(client);
  const ask = async (queries: readonly Question[]): Promise<MeiliResult[]> => {
    const asked = queries.map((query) => ({ indexUid: INDEX, ...query }) as MultiSearchQuery);
    return (await unwrapped(client.multiSearch({ queries: asked }))).results as unknown as MeiliResult[];
  };
  return {
    name: "meilisearch",
    put: (documents) => index.put(documents),
    rebuild: (batches) => index.rebuild(batches),
    isCurrent: () => index.isCurrent(),
    close: () => transport.close(),
    search: async (query) => {
      const clauses = clausesOf(query.filters, query.moment.today);
      const exact = await ask(questions(query, clauses, wordsIn(query.filters.text)));
      if ((exact[0]?.estimatedTotalHits ?? 0) > 0 || query.filters.text === "") return answer(query, exact);
      return answer(query, await ask(questions(query, clauses, pairsIn(query.filters.text))));
    },
    count: async (filters, { today }) => {
      const asked = filters.map((one) => ({
        ...wordsIn(one.text),
        filter: toFilter(clausesOf(one, today)),
        limit: 0,
      }));
      return asked.length > 0 ? (await ask(asked)).map((result) => result.estimatedTotalHits) : [];
    },
  };
}

type Question = Omit<MultiSearchQuery, "indexUid">;

const wordsIn = (text: string) => ({
  q: wantedWords(text).join(" "),
  matchingStrategy: "all" as const,
  attributesToSearchOn: ["name", "words"],
});

/** For what was typed with a mistake: the pairs of letters before it are enough. */
const pairsIn = (text: string) => ({
  q: pairTerms(wantedWords(text)),
  matchingStrategy: "last" as const,
  attributesToSearchOn: ["pairs"],
});

type Words = ReturnType<typeof wordsIn> | ReturnType<typeof pairsIn>;

/** The hits first; then, for each facet whose own filter is set, its counts as if it were not. */
function questions(query: EngineQuery, clauses: readonly Clause[], words: Words): Question[] {
  const facets = Object.values(FACETS).map(({ list }) => list);
  const shown = {
    ...words,
    filter: toFilter(clauses),
    sort: sortOf(query),
    ...windowOf(query),
    facets: [...facets],
    attributesToRetrieve: ["document"],
    showRankingScore: true,
  };
  const widened = ownFacets(clauses).map(([, { list, filter }]) => ({
    ...words,
    filter: toFilter(clauses.filter((clause) => clause.filter !== filter)),
    limit: 0,
    facets: [list],
  }));
  return [shown, ...widened];
}

const ownFacets = (clauses: readonly Clause[]) =>
  Object.entries(FACETS).filter(([, { filter }]) => clauses.some((clause) => clause.filter === filter));

function windowOf({ sort, limit, offset }: EngineQuery) {
  if (sort !== "fit") return { limit, offset };
  return { limit: Math.max(WEIGHED_AT_LEAST, (offset + limit) * WEIGHED_FOR_SHOWN), offset: 0 };
}

function sortOf({ sort, filters: { near } }: EngineQuery): string[] {
  const byDistance = near ? [`_geoPoint(${near.latitude},${near.longitude}):asc`] : [];
  switch (sort) {
    case "distance":
      return [...byDistance, "confirmed:desc"];
    case "freshness":
      return ["confirmed:desc", ...byDistance];
    case "cost":
      return ["costOrder:asc", ...byDistance];
    case "fit":
      return ["rank:desc", "confirmed:desc", ...byDistance];
  }
}

function answer(query: EngineQuery, [shown, ...widened]: readonly MeiliResult[]): EngineAnswer {
  if (!shown) throw new Error("the search engine answered nothing");
  const clauses = clausesOf(query.filters, query.moment.today);
  const own = new Map(ownFacets(clauses).map(([name], i) => [name, widened[i]]));
  const facets = Object.entries(FACETS).map(([name, { list }]) => {
    const { [UNKNOWN]: _, ...counts } = (own.get(name) ?? shown).facetDistribution?.[list] ?? {};
    return [name, counts] as const;
  });
  return {
    total: shown.estimatedTotalHits,
    hits: ordered(query, shown.hits),
    facets: Object.fromEntries(facets) as Record<FacetName, Record<string, number>>,
    ms: [shown, ...widened].reduce((sum, { processingTimeMs }) => sum + processingTimeMs, 0),
  };
}

function ordered({ sort, filters, moment, limit, offset }: EngineQuery, found: readonly MeiliHit[]): EngineHit[] {
  const hits = found.map(({ document, _geoDistance: metres }) => ({
    document,
    distanceKm: filters.near && metres !== undefined ? metres / 1000 : null,
  }));
  if (sort !== "fit") return hits;
  const scores = new Map(found.map((hit) => [hit.document.id as string, hit._rankingScore ?? 1]));
  const words = filters.text === "" ? () => 1 : (id: string) => scores.get(id) ?? 1;
  return byFit(filters, moment, words)(hits).slice(offset, offset + limit);
}
