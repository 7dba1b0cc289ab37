import type { CareRecordView } from "@tsunagi/contracts/rest/records";
import { type Failure, failureOf, isAborted } from "../hub/failure.ts";
import { ViewModel } from "../kit/viewModel.ts";

interface Page {
  readonly records: readonly CareRecordView[];
  readonly more: boolean;
}

export interface RecordSearchSnapshot {
  readonly personId: string;
  /** undefined until they were asked for: every reading stands in the log. */
  readonly records: readonly CareRecordView[] | undefined;
  readonly more: boolean;
  readonly loading: boolean;
  readonly failure: Failure | undefined;
}

type ListRecords = (personId: string, before: string | undefined, signal: AbortSignal) => Promise<Page>;

const NONE = { records: undefined, more: false, loading: false, failure: undefined };

/** One person's records, read when asked for, to look through them. */
export class RecordSearchModel extends ViewModel<RecordSearchSnapshot> {
  readonly #list: ListRecords;

  constructor(list: ListRecords, personId: string) {
    super({ personId, ...NONE });
    this.#list = list;
  }

  readonly choose = (personId: string): void => this.replace({ personId, ...NONE });

  /** The newest records, then older ones. */
  readonly load = async (): Promise<void> => {
    const { personId, records = [], loading } = this.getSnapshot();
    const { signal } = this;
    if (loading || personId === "") return;
    const stale = () => signal.aborted || this.getSnapshot().personId !== personId;
    this.update({ loading: true, failure: undefined });
    try {
      const page = await this.#list(personId, records.at(-1)?.occurredAt, signal);
      if (!stale()) this.update({ records: [...records, ...page.records], more: page.more, loading: false });
    } catch (error) {
      if (!stale() && !isAborted(error)) this.update({ loading: false, failure: failureOf(error) });
    }
  };
}
