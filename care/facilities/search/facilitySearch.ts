import type { FacilityId } from "@tsunagi/contracts/ids";
import type { FacilityFilters, FacilitySearchResult, FacilitySort } from "@tsunagi/contracts/rest/facilitySearch";
import { CareError } from "../../kernel/errors.ts";
import type { FacilityDocument } from "./document.ts";
import type { FacilityEngine, Moment } from "./engine.ts";
import { EngineAway } from "./engineAway.ts";
import { judge } from "./judge.ts";
import { relaxations } from "./relax.ts";

/** Where the facts come from. */
export interface FacilityFacts {
  /** The facts of these facilities as they are now. */
  load(ids: readonly FacilityId[]): Promise<FacilityDocument[]>;
  /** All facilities, some at a time. */
  all(): AsyncIterable<readonly FacilityDocument[]>;
}

export interface SearchSettings {
  readonly staleAfterHours: number;
  /** Of the region, for "today" (IANA name). */
  readonly timeZone: string;
}

export interface SearchInput {
  readonly filters: FacilityFilters;
  readonly sort: FacilitySort;
  readonly limit: number;
  readonly offset: number;
}

interface Waiting {
  readonly ids: Set<FacilityId>;
  readonly done: Promise<void>;
}

/**
 * The facility search of a hub: an engine that is kept up to date. Facts are read and put one batch after another, so
 * that an older state never takes the place of a newer one; what is told meanwhile goes together in the next batch.
 */
export class FacilitySearch {
  readonly #engine: FacilityEngine;
  readonly #facts: FacilityFacts;
  readonly #settings: SearchSettings;
  readonly #clock: () => Date;
  #last: Promise<void> = Promise.resolve();
  #next: Waiting | undefined;
  #ready = false;

  constructor(engine: FacilityEngine, facts: FacilityFacts, settings: SearchSettings, clock = () => new Date()) {
    this.#engine = engine;
    this.#facts = facts;
    this.#settings = settings;
    this.#clock = clock;
  }

  get engineName(): FacilityEngine["name"] {
    return this.#engine.name;
  }

  /** Makes ready to search; fills an engine that is empty or was filled by another version. */
  async open(): Promise<void> {
    if (!(await this.#engine.isCurrent())) await this.rebuild();
    this.#ready = true;
  }

  /** Everything anew from the database; searches go on with what was there. */
  rebuild(): Promise<void> {
    return this.#inTurn(() => this.#engine.rebuild(this.#facts.all()));
  }

  /**
   * Reads these facilities again. When it resolves, a search finds them as they are.
   * @throws EngineAway also before the engine was filled: it would keep a part and look whole
   */
  async update(ids: readonly FacilityId[]): Promise<void> {
    if (!this.#ready) throw new EngineAway();
    this.#next ??= this.#nextBatch();
    for (const id of ids) this.#next.ids.add(id);
    return this.#next.done;
  }

  /** @throws CareError searchNotReady while the first filling is going on, or the engine does not answer */
  async search(input: SearchInput): Promise<FacilitySearchResult> {
    try {
      return await this.#search(input);
    } catch (error) {
      if (error instanceof EngineAway) throw new CareError("searchNotReady");
      throw error;
    }
  }

  async #search({ filters, sort, limit, offset }: SearchInput): Promise<FacilitySearchResult> {
    if (!this.#ready) throw new CareError("searchNotReady");
    const moment = this.moment();
    const { total, hits, facets, ms } = await this.#engine.search({ filters, sort, limit, offset, moment });
    return {
      total,
      hits: hits.map((hit) => judge(hit, filters, moment)),
      facets,
      relaxations: total === 0 ? await relaxations(this.#engine, filters, moment) : [],
      engine: { name: this.#engine.name, ms: Math.round(ms * 100) / 100 },
    };
  }

  moment(): Moment {
    const now = this.#clock();
    const { staleAfterHours, timeZone } = this.#settings;
    return { now, today: dayIn(timeZone, now), staleAfterHours };
  }

  async close(): Promise<void> {
    await this.#last.catch(() => undefined);
    await this.#engine.close();
  }

  #nextBatch(): Waiting {
    const ids = new Set<FacilityId>();
    const done = this.#inTurn(async () => {
      this.#next = undefined;
      const documents = await this.#facts.load([...ids]);
      if (documents.length > 0) await this.#engine.put(documents);
    });
    return { ids, done };
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.#last.catch(() => undefined).then(work);
    this.#last = turn;
    turn.catch(() => undefined); // whoever asked is told
    return turn;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** `YYYY-MM-DD` there. */
function dayIn(timeZone: string, now: Date): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en-CA", { timeZone });
  formats.set(timeZone, format);
  return format.format(now);
}
