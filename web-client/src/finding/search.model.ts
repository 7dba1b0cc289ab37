import { until, ViewModel } from "../kit/viewModel.ts";
import type { RoomEntry } from "../matrix/models.ts";
import type { Finding } from "./finding.ts";
import { loadOlder, NOTHING_OLDER, type OlderProgress } from "./olderSearch.ts";
import { momentOf, NO_FILTERS, type SearchFilters } from "./searchFilters.ts";
import type { SearchAnswer, SearchQuery } from "./searchIndex.ts";

export type SearchTab = "messages" | "people" | "records" | "files";

export interface SearchSnapshot {
  readonly tab: SearchTab;
  readonly text: string;
  readonly filters: SearchFilters;
  /** What was found for them; null while nothing was looked for. */
  readonly answer: SearchAnswer | null;
  readonly older: OlderProgress;
  /** There are older messages on the server. */
  readonly hasOlder: boolean;
}

export interface SearchInputs {
  readonly finding: Finding;
  readonly list: { getSnapshot(): readonly RoomEntry[] };
}

const PAGE = 50;
/** Pages fetched in one go: of one conversation, of each of all. */
const PAGES_OF_ONE = 10;
const PAGES_OF_EACH = 2;
const SETTLE_MS = 300;

/** Looking for messages and files on this device. */
export class SearchModel extends ViewModel<SearchSnapshot> {
  readonly #inputs: SearchInputs;
  #limit = PAGE;
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #loading: AbortController | undefined;

  constructor(inputs: SearchInputs) {
    super({
      tab: "messages",
      text: "",
      filters: NO_FILTERS,
      answer: null,
      older: NOTHING_OLDER,
      hasOlder: false,
    });
    this.#inputs = inputs;
  }

  protected override onStart(signal: AbortSignal): void {
    until(signal, this.#inputs.finding.index.subscribe(this.#later));
    until(signal, () => clearTimeout(this.#timer));
    until(signal, () => this.#loading?.abort());
    void this.#look();
  }

  readonly type = (text: string): void => this.#ask({ text });
  readonly open = (tab: SearchTab): void => this.#ask({ tab });
  readonly filter = (change: Partial<SearchFilters>): void =>
    this.#ask({ filters: { ...this.getSnapshot().filters, ...change } });
  readonly clearFilters = (): void => this.#ask({ filters: NO_FILTERS });

  /** Looks in one conversation only. */
  readonly within = (roomId: string, tab: SearchTab): void =>
    this.#ask({ tab, text: "", filters: { ...NO_FILTERS, roomId } });

  /** More of what was found. */
  readonly more = (): void => {
    this.#limit += PAGE;
    void this.#look();
  };

  /** Fetches older messages of the room that is searched, or a little of each. */
  readonly loadOlder = async (): Promise<void> => {
    if (this.#loading && !this.#loading.signal.aborted) return;
    const { finding } = this.#inputs;
    const { filters } = this.getSnapshot();
    const loading = new AbortController();
    this.#loading = loading;
    const plan = {
      roomIds: this.#roomIds(),
      pages: filters.roomId === "" ? PAGES_OF_EACH : PAGES_OF_ONE,
      since: momentOf(filters.since),
    };
    await loadOlder(finding.history, plan, loading.signal, (older) => this.update({ older }));
    this.#loading = undefined;
    await this.#look();
  };

  readonly cancelOlder = (): void => this.#loading?.abort();

  #ask(change: Partial<SearchSnapshot>): void {
    this.#limit = PAGE;
    const { state } = this.getSnapshot().older;
    this.update({ ...change, ...(state === "loading" ? {} : { older: NOTHING_OLDER }) });
    void this.#look();
  }

  /** What is found may change while one looks on: messages come, older ones are fetched. */
  readonly #later = (): void => {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#look();
    }, SETTLE_MS);
  };

  async #look(): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const { signal } = this;
    const answer = await this.#inputs.finding.query(this.#query());
    if (signal.aborted || turn !== this.#turn) return;
    const hasOlder = this.#roomIds().some((roomId) => this.#inputs.finding.history.hasOlder(roomId));
    this.update({ answer, hasOlder });
  }

  #query(): SearchQuery {
    const { tab, text, filters } = this.getSnapshot();
    const { roomId, sender, withFile, since, until: last } = filters;
    return {
      text,
      roomId: roomId || null,
      sender: sender || null,
      withFile: withFile || tab === "files",
      since: momentOf(since),
      until: momentOf(last, 1),
      limit: this.#limit,
    };
  }

  #roomIds(): readonly string[] {
    const { roomId } = this.getSnapshot().filters;
    return roomId === "" ? this.#inputs.list.getSnapshot().map((room) => room.roomId) : [roomId];
  }
}
