import type { Clause, Predicate } from "@tsunagi/care/facilities/search/clauses";
import type { FacilityDocument } from "@tsunagi/care/facilities/search/document";
import { flatten, LIST_FIELDS, NUMBER_FIELDS, UNKNOWN_NUMBER } from "@tsunagi/care/facilities/search/flat";
import { synonyms } from "@tsunagi/care/facilities/search/synonyms";
import { bigrams } from "@tsunagi/care/facilities/search/text";

/** A facility as the index keeps it: flat fields to filter and sort by, words to look through, the facts to show. */
export type MeiliDocument = Record<string, unknown> & { readonly id: string; readonly document: FacilityDocument };

export function toMeili(facility: FacilityDocument): MeiliDocument {
  const { id, lists, numbers, geo, text, document } = flatten(facility);
  const known = numbers["cost"] !== UNKNOWN_NUMBER;
  return {
    id,
    ...lists,
    ...numbers,
    // A field that is not there is sorted last, up or down.
    ...(known ? { costOrder: numbers["cost"] } : {}),
    ...(geo ? { _geo: geo } : {}),
    ...text,
    pairs: pairTerms(`${text.name} ${text.words}`.split(" ")),
    document,
  };
}

/** Pairs of letters as terms of plain letters, which no tokenizer takes apart: あい → daecdaed-like. */
export const pairTerms = (words: readonly string[]): string =>
  [...new Set(words.flatMap((word) => bigrams(word)))].map(plainTerm).join(" ");

const plainTerm = (pair: string): string =>
  [...pair]
    .map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(5, "0"))
    .join("")
    .replaceAll(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

/** What the index must be told once; it is made anew under another name when this changes. */
export const MEILI_SETTINGS = {
  searchableAttributes: ["name", "words", "pairs"],
  filterableAttributes: [...LIST_FIELDS, ...NUMBER_FIELDS, "_geo"],
  sortableAttributes: ["rank", "confirmed", "costOrder", "_geo"],
  rankingRules: ["words", "sort", "typo", "attribute", "proximity", "exactness"],
  synonyms: Object.fromEntries([...synonyms].map(([other, wanted]) => [other, [wanted]])),
  typoTolerance: { enabled: true, disableOnAttributes: ["pairs"] },
  faceting: { maxValuesPerFacet: 500 },
  pagination: { maxTotalHits: 1_000_000 },
  localizedAttributes: [{ attributePatterns: ["name", "words"], locales: ["jpn" as const] }],
};

/** Clauses in the index's own language: all of them, in each one of several. */
export const toFilter = (clauses: readonly Clause[]): string[][] =>
  clauses.map(({ any }) => any.flatMap((predicate) => conditions(predicate)));

function conditions(predicate: Predicate): string[] {
  switch (predicate.kind) {
    case "has":
      return predicate.values.map((value) => `${predicate.field} = "${value}"`);
    case "between":
      return [`${predicate.field} >= ${predicate.from} AND ${predicate.field} <= ${predicate.to}`];
    case "within":
      return [`_geoRadius(${predicate.latitude},${predicate.longitude},${Math.round(predicate.km * 1000)})`];
  }
}
