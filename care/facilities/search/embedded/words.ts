import MiniSearch from "minisearch";
import { bigrams, tokens, wantedWords } from "../text.ts";

interface Words {
  readonly id: number;
  readonly name: string;
  readonly words: string;
}

type Found = readonly { readonly id: number; readonly score: number }[];

/** Of the letter pairs of a question so many must be there when it was typed with a mistake. */
const ENOUGH = 0.5;
/** A mistake can only be told in words of several pairs. */
const FEWEST_PAIRS = 3;
/** How well words fit that stand elsewhere than in the name. */
const BESIDE_THE_NAME = 0.6;

/** The words of facilities, by MiniSearch. Bigrams for Japanese, single letters for questions of one. */
export class WordIndex {
  readonly #index = new MiniSearch<Words>({
    fields: ["name", "words"],
    tokenize: tokens,
    processTerm: (term) => term,
    searchOptions: { boost: { name: 3 }, combineWith: "AND", prefix: false, fuzzy: false },
    autoVacuum: { minDirtCount: 1000, minDirtFactor: 0.2 },
  });
  readonly #texts: Words[] = [];
  /** In how many texts each term stood when it was put: which are rare. */
  readonly #common = new Map<string, number>();

  put(entry: Words, known: boolean): void {
    if (known) this.#index.replace(entry);
    else this.#index.add(entry);
    this.#texts[entry.id] = entry;
    for (const term of new Set(tokens(`${entry.name} ${entry.words}`)))
      this.#common.set(term, (this.#common.get(term) ?? 0) + 1);
  }

  /**
   * How well each facility fits the words, 0 to 1, by its place; null = no words were given. Whatever has all of them
   * counts; only when nothing has, a mistake in typing is allowed for.
   */
  find(text: string): ReadonlyMap<number, number> | null {
    const words = wantedWords(text);
    const pairs = [...new Set(words.flatMap(bigrams))];
    if (pairs.length === 0) return text.trim() === "" ? null : new Map();
    const exact = this.#exactly(words, pairs);
    const hits = exact.length > 0 ? exact : this.#nearly(pairs);
    const best = hits.reduce((most, { score }) => Math.max(most, score), 0);
    return new Map(hits.map(({ id, score }) => [id, score / best]));
  }

  /** The rarest pair finds the candidates, the fewer the better; the words are then looked for in their texts. */
  #exactly(words: readonly string[], pairs: readonly string[]): Found {
    const rarest = pairs.reduce((a, b) => (this.#frequency(b) < this.#frequency(a) ? b : a));
    if (this.#frequency(rarest) === 0) return [];
    return this.#search([rarest], "AND").flatMap(({ id }) => {
      const text = this.#texts[id];
      if (!text || !words.every((word) => text.name.includes(word) || text.words.includes(word))) return [];
      const inName = words.filter((word) => text.name.includes(word)).length / words.length;
      return [{ id, score: BESIDE_THE_NAME + (1 - BESIDE_THE_NAME) * inName }];
    });
  }

  /** The most common pairs say least and cost most: half of them are enough to tell. */
  #nearly(pairs: readonly string[]): Found {
    if (pairs.length < FEWEST_PAIRS) return [];
    const least = Math.ceil(pairs.length * ENOUGH);
    const known = pairs.filter((pair) => this.#common.has(pair));
    if (known.length < least) return [];
    return this.#search(known, "OR").filter(({ queryTerms }) => queryTerms.length >= least);
  }

  #frequency(term: string): number {
    return this.#common.get(term) ?? 0;
  }

  #search(wanted: readonly string[], combineWith: "AND" | "OR") {
    const results = this.#index.search(wanted.join(" "), { combineWith, tokenize: (query) => query.split(" ") });
    return results.map(({ id, score, queryTerms }) => ({ id: id as number, score, queryTerms }));
  }
}
