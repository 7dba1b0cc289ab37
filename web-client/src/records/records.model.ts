import type { RecordKind } from "@tsunagi/contracts/codes/recordKinds";
import type { CareRecordView } from "@tsunagi/contracts/rest/records";
import { type Failure, failureOf, isAborted } from "../hub/failure.ts";
import { ViewModel } from "../kit/viewModel.ts";

export interface RecordFilter {
  readonly kind: RecordKind | "";
  /** `YYYY-MM-DD` or "". */
  readonly since: string;
  /** Corrected versions too. */
  readonly history: boolean;
}

export interface RecordsSnapshot {
  readonly filter: RecordFilter;
  /** undefined until the first page is here. */
  readonly records: readonly CareRecordView[] | undefined;
  readonly more: boolean;
  readonly loading: boolean;
  readonly failure: Failure | undefined;
}

export interface RecordsQuery {
  readonly kind?: RecordKind;
  readonly since?: string;
  readonly history: "current" | "all";
  readonly limit: number;
  readonly before?: string;
}

type ListRecords = (
  query: RecordsQuery,
  signal: AbortSignal,
) => Promise<{ readonly records: readonly CareRecordView[]; readonly more: boolean }>;

const PAGE = 20;
const NO_FILTER: RecordFilter = { kind: "", since: "", history: false };

/** A person's records, newest first, page by page. */
export class RecordsModel extends ViewModel<RecordsSnapshot> {
  readonly #list: ListRecords;
  #turn = 0;

  constructor(list: ListRecords) {
    super({ filter: NO_FILTER, records: undefined, more: false, loading: true, failure: undefined });
    this.#list = list;
  }

  protected override onStart(): void {
    void this.reload();
  }

  readonly filter = (change: Partial<RecordFilter>): void => {
    this.update({ filter: { ...this.getSnapshot().filter, ...change } });
    void this.reload();
  };

  readonly reload = (): Promise<void> => this.#page([]);

  /** The next older page. */
  readonly older = async (): Promise<void> => {
    const { records = [], loading, more } = this.getSnapshot();
    const last = records.at(-1);
    if (!loading && more && last) await this.#page(records, last.occurredAt);
  };

  async #page(before: readonly CareRecordView[], olderThan?: string): Promise<void> {
    const { signal } = this;
    this.#turn += 1;
    const turn = this.#turn;
    const stale = () => signal.aborted || turn !== this.#turn;
    const { kind, since, history } = this.getSnapshot().filter;
    this.update({ loading: true, failure: undefined });
    try {
      const page = await this.#list(
        {
          ...(kind ? { kind } : {}),
          ...(since ? { since } : {}),
          ...(olderThan ? { before: olderThan } : {}),
          history: history ? "all" : "current",
          limit: PAGE,
        },
        signal,
      );
      if (!stale()) this.update({ records: [...before, ...page.records], more: page.more, loading: false });
    } catch (error) {
      if (!stale() && !isAborted(error)) this.update({ loading: false, failure: failureOf(error) });
    }
  }
}
