import type { FacilityDocument } from "../document.ts";
import { type FlatFacility, flatten, LIST_FIELDS, type ListField, NUMBER_FIELDS } from "../flat.ts";

/** Fields with one value of many possible; all others are sets of few values, kept as bits. */
const SINGLE: ReadonlySet<ListField> = new Set(["municipality", "service"]);
const MOST_BITS = 31;

/**
 * Facilities in columns: a number in an array for every field, so that thousands are tried in a millisecond. A facility
 * keeps its place for good.
 */
export class Columns {
  readonly documents: FacilityDocument[] = [];
  readonly texts: FlatFacility["text"][] = [];
  readonly #slots = new Map<string, number>();
  readonly #lists = new Map<ListField, number[]>();
  readonly #values = new Map<ListField, Map<string, number>>();
  readonly #numbers = new Map<string, number[]>();
  readonly latitudes: number[] = [];
  readonly longitudes: number[] = [];

  constructor() {
    for (const field of LIST_FIELDS) {
      this.#lists.set(field, []);
      this.#values.set(field, new Map());
    }
    for (const field of NUMBER_FIELDS) this.#numbers.set(field, []);
  }

  get size(): number {
    return this.documents.length;
  }

  /** @returns the facility's place, and whether its words are others than before */
  put(document: FacilityDocument): { slot: number; known: boolean; newWords: boolean } {
    const flat = flatten(document);
    const known = this.#slots.get(flat.id);
    const slot = known ?? this.documents.length;
    this.#slots.set(flat.id, slot);
    const before = this.texts[slot];
    this.documents[slot] = document;
    this.texts[slot] = flat.text;
    for (const field of LIST_FIELDS) this.list(field)[slot] = this.#encode(field, flat.lists[field]);
    for (const field of NUMBER_FIELDS) this.number(field)[slot] = flat.numbers[field] ?? 0;
    this.latitudes[slot] = flat.geo?.lat ?? Number.NaN;
    this.longitudes[slot] = flat.geo?.lng ?? Number.NaN;
    const newWords = before?.name !== flat.text.name || before?.words !== flat.text.words;
    return { slot, known: known !== undefined, newWords };
  }

  list(field: ListField): number[] {
    return this.#lists.get(field) as number[];
  }

  number(field: string): number[] {
    const column = this.#numbers.get(field);
    if (!column) throw new Error(`no column ${field}`);
    return column;
  }

  isSingle(field: ListField): boolean {
    return SINGLE.has(field);
  }

  /** The number a value stands for in its column: an index for single fields, a bit for sets; 0 = nobody has it. */
  codeOf(field: ListField, value: string): number {
    const index = this.#values.get(field)?.get(value);
    if (index === undefined) return 0;
    return SINGLE.has(field) ? index : 1 << (index - 1);
  }

  /** The values of a field by the number that stands for them, from 1. */
  valuesOf(field: ListField): readonly string[] {
    return [...(this.#values.get(field)?.keys() ?? [])];
  }

  #encode(field: ListField, values: readonly string[]): number {
    const known = this.#values.get(field) as Map<string, number>;
    let code = 0;
    for (const value of values) {
      if (!known.has(value)) known.set(value, known.size + 1);
      code |= this.codeOf(field, value);
    }
    if (!SINGLE.has(field) && known.size > MOST_BITS) throw new Error(`too many different values in ${field}`);
    return code;
  }
}

/** How many bits are set. */
export function countBits(bits: number): number {
  let rest = bits;
  let count = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    count += 1;
  }
  return count;
}
