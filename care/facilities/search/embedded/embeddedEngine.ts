import { setImmediate as nextTurn } from "node:timers/promises";
import type { FacilityFilters } from "@tsunagi/contracts/rest/facilitySearch";
import { clausesOf } from "../clauses.ts";
import type { FacilityDocument } from "../document.ts";
import type { EngineAnswer, EngineHit, EngineQuery, FacilityEngine, Moment } from "../engine.ts";
import { Columns } from "./columns.ts";
import { countFacets } from "./facets.ts";
import { keyOf } from "./ranking.ts";
import { placeKm, testOf } from "./tests.ts";
import { firstOf } from "./top.ts";
import { WordIndex } from "./words.ts";

/** Everything in this process's memory: enough for a prefecture, nothing to run beside the hub. */
export function embeddedEngine(): FacilityEngine {
  let shelf = new Shelf();
  let filled = false;
  return {
    name: "embedded",
    put: (documents) => fill(shelf, documents),
    rebuild: async (batches) => {
      const next = new Shelf();
      for await (const documents of batches) await fill(next, documents);
      shelf = next;
      filled = true;
    },
    search: async (query) => shelf.search(query),
    count: async (filters, moment) => filters.map((one) => shelf.matching(one, moment).slots.length),
    isCurrent: async () => filled,
    close: async () => undefined,
  };
}

/** So many are put before others have a turn: a filling must not keep people waiting. */
const IN_ONE_TURN = 50;

async function fill(shelf: Shelf, documents: readonly FacilityDocument[]): Promise<void> {
  for (const [i, document] of documents.entries()) {
    if (i > 0 && i % IN_ONE_TURN === 0) await nextTurn();
    shelf.put(document);
  }
}

/** The slots that fulfil everything, and those that fail one clause only, by that clause. */
interface Matching {
  readonly slots: number[];
  readonly words: ReadonlyMap<number, number> | null;
  /** By the name of the only filter that keeps them out. */
  readonly nearly: ReadonlyMap<string, readonly number[]>;
}

class Shelf {
  readonly #columns = new Columns();
  readonly #words = new WordIndex();

  put(document: FacilityDocument): void {
    const { slot, known, newWords } = this.#columns.put(document);
    if (newWords)
      this.#words.put({ id: slot, ...(this.#columns.texts[slot] as { name: string; words: string }) }, known);
  }

  search(query: EngineQuery): EngineAnswer {
    const began = performance.now();
    const { filters, moment, limit, offset } = query;
    const matching = this.matching(filters, moment);
    const first = this.#ordered(query, matching, offset + limit).slice(offset);
    const hits = first.map((slot) => this.#hit(slot, filters));
    const facets = countFacets(this.#columns, matching.slots, matching.nearly);
    return { total: matching.slots.length, hits, facets, ms: performance.now() - began };
  }

  matching(filters: FacilityFilters, { today }: Moment): Matching {
    const clauses = clausesOf(filters, today);
    const tests = clauses.map((clause) => testOf(this.#columns, clause));
    const words = this.#words.find(filters.text);
    const slots: number[] = [];
    const nearly = new Map<string, number[]>(clauses.map(({ filter }) => [filter, []]));
    const candidates = words ? words.keys() : this.#columns.documents.keys();
    for (const slot of candidates) {
      let failed = -1;
      let failures = 0;
      for (let i = 0; i < tests.length && failures < 2; i += 1) {
        if (tests[i]?.(slot)) continue;
        failed = i;
        failures += 1;
      }
      if (failures === 0) slots.push(slot);
      else if (failures === 1) nearly.get(clauses[failed]?.filter ?? "")?.push(slot);
    }
    return { slots, words, nearly };
  }

  #ordered(query: EngineQuery, { slots, words }: Matching, count: number): number[] {
    const key = keyOf(this.#columns, query, words);
    const confirmed = this.#columns.number("confirmed");
    const keys = new Float64Array(this.#columns.size);
    for (const slot of slots) keys[slot] = orLast(key(slot));
    return firstOf(
      slots,
      count,
      (a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || (confirmed[b] ?? 0) - (confirmed[a] ?? 0) || a - b,
    );
  }

  #hit(slot: number, { near }: FacilityFilters): EngineHit {
    const km = near ? placeKm(this.#columns, slot, near) : Number.NaN;
    return { document: this.#columns.documents[slot] as FacilityDocument, distanceKm: Number.isNaN(km) ? null : km };
  }
}

/** Unknown places and costs come after all known ones. */
const orLast = (key: number): number => (Number.isNaN(key) ? Number.MAX_VALUE : key);
