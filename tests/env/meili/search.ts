import { type Doc, FilterRefused, metresTo, readFilter } from "./filter.ts";

export interface Settings {
  readonly searchableAttributes: readonly string[];
  readonly filterableAttributes: readonly string[];
  readonly sortableAttributes: readonly string[];
}

/** An answer the index would give instead of hits. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface Question {
  readonly q?: string;
  readonly filter?: unknown;
  readonly sort?: readonly string[];
  readonly limit?: number;
  readonly offset?: number;
  readonly hitsPerPage?: number;
  readonly page?: number;
  readonly facets?: readonly string[];
  readonly attributesToRetrieve?: readonly string[];
  readonly attributesToSearchOn?: readonly string[];
  readonly matchingStrategy?: "all" | "last";
  readonly showRankingScore?: boolean;
}

const GEO_SORT = /^_geoPoint\(([-\d.]+),([-\d.]+)\):(asc|desc)$/;

export function searchDocs(docs: readonly Doc[], settings: Settings, question: Question): Record<string, unknown> {
  const { q = "", limit = 20, offset = 0, facets } = question;
  const found = matching(docs, settings, question);
  const sorted = sortDocs(found, settings, question.sort ?? []);
  const paged =
    question.hitsPerPage === undefined
      ? { range: [offset, offset + limit] as const, head: { limit, offset, estimatedTotalHits: found.length } }
      : pageOf(question, found.length);
  return {
    hits: sorted.slice(...paged.range).map((doc) => show(doc, question)),
    query: q,
    processingTimeMs: 0,
    ...paged.head,
    ...(facets ? { facetDistribution: distribution(found, facets), facetStats: {} } : {}),
  };
}

function pageOf({ hitsPerPage = 20, page = 1 }: Question, totalHits: number) {
  const head = { hitsPerPage, page, totalPages: Math.ceil(totalHits / hitsPerPage), totalHits };
  return { range: [(page - 1) * hitsPerPage, page * hitsPerPage] as const, head };
}

function matching(docs: readonly Doc[], settings: Settings, question: Question): Doc[] {
  let test: (doc: Doc) => boolean;
  try {
    test = readFilter(question.filter, settings.filterableAttributes);
  } catch (error) {
    if (error instanceof FilterRefused) throw new Refused("invalid_search_filter", error.message);
    throw error;
  }
  const passing = docs.filter(test);
  const words = (question.q ?? "").split(/\s+/).filter(Boolean);
  const fields = question.attributesToSearchOn ?? settings.searchableAttributes;
  for (let count = words.length; count >= 0; count -= 1) {
    const hits = passing.filter((doc) => words.slice(0, count).every((word) => holds(doc, fields, word)));
    // "last": words are left out from the end until something is found, never the first.
    if (hits.length > 0 || question.matchingStrategy === "all" || count <= 1) return hits;
  }
  return passing;
}

/** Words of Japanese are not told apart by spaces: any part of the text will do here, which finds more, never less. */
const holds = (doc: Doc, fields: readonly string[], word: string): boolean =>
  fields.some((field) => String(doc[field] ?? "").includes(word));

function sortDocs(docs: readonly Doc[], settings: Settings, sort: readonly string[]): Doc[] {
  const orders = sort.map((rule) => {
    const geo = GEO_SORT.exec(rule);
    const [field = "", direction] = geo ? ["_geo", geo[3]] : rule.split(":");
    if (!settings.sortableAttributes.includes(field))
      throw new Refused("invalid_search_sort", `Attribute \`${field}\` is not sortable.`);
    const value = (doc: Doc) =>
      geo ? metresTo(doc, Number(geo[1]), Number(geo[2])) : (doc[field] as number | undefined);
    return (a: Doc, b: Doc) => compare(value(a), value(b), direction === "desc");
  });
  return [...docs].sort((a, b) => orders.reduce((order, next) => order || next(a, b), 0));
}

/** What has no value comes last, whichever way. */
function compare(a: number | undefined, b: number | undefined, down: boolean): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return down ? b - a : a - b;
}

function show(doc: Doc, { attributesToRetrieve, sort = [], showRankingScore }: Question): Doc {
  const entries = Object.entries(doc).filter(([name]) => !attributesToRetrieve || attributesToRetrieve.includes(name));
  const geo = sort.map((rule) => GEO_SORT.exec(rule)).find((match) => match !== null);
  const metres = geo ? metresTo(doc, Number(geo[1]), Number(geo[2])) : undefined;
  return {
    ...Object.fromEntries(entries),
    ...(metres === undefined ? {} : { _geoDistance: metres }),
    ...(showRankingScore ? { _rankingScore: 1 } : {}),
  };
}

function distribution(docs: readonly Doc[], facets: readonly string[]): Record<string, Record<string, number>> {
  return Object.fromEntries(
    facets.map((facet) => {
      const counts: Record<string, number> = {};
      for (const value of docs.flatMap((doc) => [doc[facet] ?? []].flat()))
        counts[String(value)] = (counts[String(value)] ?? 0) + 1;
      return [facet, counts];
    }),
  );
}
