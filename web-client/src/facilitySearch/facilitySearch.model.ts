import type {
  FacilityFilters,
  FacilityHit,
  FacilitySearchResult,
  FacilitySort,
} from "@tsunagi/contracts/rest/facilitySearch";
import { MOST_HITS } from "@tsunagi/contracts/rest/facilitySearch";
import { type Failure, failureOf, isAborted } from "../hub/failure.ts";
import { until, ViewModel } from "../kit/viewModel.ts";
import type { Kept } from "./filtersAddress.ts";

export interface FacilitySearchSnapshot extends Kept {
  readonly result: FacilitySearchResult | undefined;
  readonly searching: boolean;
  readonly failure: Failure | undefined;
  /** Facilities to be asked together, in the order they were chosen. */
  readonly chosen: ReadonlyMap<string, FacilityHit>;
}

export interface SearchRequest extends Kept {
  readonly limit: number;
}

export interface FacilitySearchInputs {
  readonly initial: Kept;
  readonly search: (request: SearchRequest, signal: AbortSignal) => Promise<FacilitySearchResult>;
  /** Told of every change, to keep it in the address. */
  readonly keep: (kept: Kept) => void;
  /** Waits until somebody has stopped typing; tests pass none. */
  readonly pauseMs?: number;
}

const PAGE = 20;
const PAUSE_MS = 200;
/** As many can be asked at once as a person can follow. */
export const MOST_CHOSEN = 20;

/** Searching while filters change; the last answer stays until the next one is there. */
export class FacilitySearchModel extends ViewModel<FacilitySearchSnapshot> {
  readonly #inputs: FacilitySearchInputs;
  #limit = PAGE;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(inputs: FacilitySearchInputs) {
    super({ ...inputs.initial, result: undefined, searching: true, failure: undefined, chosen: new Map() });
    this.#inputs = inputs;
  }

  protected override onStart(signal: AbortSignal): void {
    until(signal, () => clearTimeout(this.#timer));
    void this.search();
  }

  readonly change = (change: Partial<FacilityFilters>): void => {
    this.#limit = PAGE;
    this.#keep({ filters: { ...this.getSnapshot().filters, ...change } });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.search(), this.#inputs.pauseMs ?? PAUSE_MS);
    this.update({ searching: true });
  };

  readonly sortBy = (sort: FacilitySort): void => {
    this.#keep({ sort });
    void this.search();
  };

  readonly more = (): void => {
    this.#limit = Math.min(MOST_HITS, this.#limit + PAGE);
    void this.search();
  };

  readonly choose = (hit: FacilityHit, on: boolean): void => {
    const chosen = new Map(this.getSnapshot().chosen);
    if (!on) chosen.delete(hit.id);
    else if (chosen.size < MOST_CHOSEN) chosen.set(hit.id, hit);
    this.update({ chosen });
  };

  readonly search = async (): Promise<void> => {
    const { signal } = this;
    const { filters, sort } = this.getSnapshot();
    this.#turn += 1;
    const turn = this.#turn;
    const superseded = () => signal.aborted || turn !== this.#turn;
    this.update({ searching: true, failure: undefined });
    try {
      const result = await this.#inputs.search({ filters, sort, limit: this.#limit }, signal);
      if (!superseded()) this.update({ result, searching: false });
    } catch (error) {
      if (!superseded() && !isAborted(error)) this.update({ searching: false, failure: failureOf(error) });
    }
  };

  #keep(change: Partial<Kept>): void {
    this.update(change);
    const { filters, sort } = this.getSnapshot();
    this.#inputs.keep({ filters, sort });
  }
}
