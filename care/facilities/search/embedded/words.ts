import MiniSearch from "minisearch";
import { bigrams, tokens, wantedWords } from "../text.ts";

interface Words {
  readonly id: number;
  readonly name: string;
  readonly words: string;
}

/** Of the letter pairs of a question so many must be there when it was typed with a mistake. */
const ENOUGH = 0.5;
/** A mistake can only be told in words of several pairs. */
const FEWEST_PAIRS = 3;

/** The words of facilities, by MiniSearch. Bigrams for Japanese, single letters for questions of one. */
export class WordIndex {
  readonly #index = new MiniSearch<Words>({
    fields: ["name", "words"],
    tokenize: tokens,
    processTerm: (term) => term,
    searchOptions: { boost: { name: 3 }, combineWith: "AND", prefix: false, fuzzy: false },
    autoVacuum: { minDirtCount: 1000, minDirtFactor: 0.2 },
  });

  put(entry: Words, known: boolean): void {
    if (known) this.#index.replace(entry);
    else this.#index.add(entry);
  }

  /**
   * How well each facility fits the words, 0 to 1, by its place; null = no words were given. Whatever has all of them
   * counts; only when nothing has, a mistake in typing is allowed for.
   */
  find(text: string): ReadonlyMap<number, number> | null {
    const wanted = wantedWords(text).flatMap(bigrams);
    if (wanted.length === 0) return text.trim() === "" ? null : new Map();
    const exact = this.#search(wanted, "AND");
    const hits = exact.length > 0 ? exact : this.#nearly(wanted);
    const best = hits[0]?.score ?? 1;
    return new Map(hits.map(({ id, score }) => [id as number, score / best]));
  }

  #nearly(wanted: readonly string[]) {
    if (wanted.length < FEWEST_PAIRS) return [];
    const least = Math.ceil(wanted.length * ENOUGH);
    return this.#search(wanted, "OR").filter(({ queryTerms }) => queryTerms.length >= least);
  }

  #search(wanted: readonly string[], combineWith: "AND" | "OR") {
    return this.#index.search(wanted.join(" "), { combineWith, tokenize: (query) => query.split(" ") });
  }
}
