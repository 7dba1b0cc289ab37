import type { AuditLine } from "@tsunagi/contracts/rest/audit";
import { type Failure, failureOf, isAborted } from "../hub/failure.ts";
import { ViewModel } from "../kit/viewModel.ts";

export interface AuditSnapshot {
  readonly lines: readonly AuditLine[] | undefined;
  readonly more: boolean;
  readonly loading: boolean;
  readonly failure: Failure | undefined;
  /** "" = whatever came of it. */
  readonly outcome: "allowed" | "denied" | "";
}

export interface AuditQuery {
  readonly limit: number;
  readonly before?: number;
  readonly outcome?: "allowed" | "denied";
}

type ListLines = (
  query: AuditQuery,
  signal: AbortSignal,
) => Promise<{ readonly lines: readonly AuditLine[]; readonly more: boolean }>;

const PAGE = 50;

/** Lines of the access log, newest first, page by page. */
export class AuditList extends ViewModel<AuditSnapshot> {
  readonly #list: ListLines;
  #turn = 0;

  constructor(list: ListLines) {
    super({ lines: undefined, more: false, loading: true, failure: undefined, outcome: "" });
    this.#list = list;
  }

  protected override onStart(): void {
    void this.reload();
  }

  readonly filter = (outcome: AuditSnapshot["outcome"]): void => {
    this.update({ outcome, lines: undefined });
    void this.reload();
  };

  readonly reload = (): Promise<void> => this.#page([]);

  readonly older = async (): Promise<void> => {
    const { lines = [], more, loading } = this.getSnapshot();
    const last = lines.at(-1);
    if (last && more && !loading) await this.#page(lines, last.sequence);
  };

  async #page(shown: readonly AuditLine[], before?: number): Promise<void> {
    const { signal } = this;
    this.#turn += 1;
    const turn = this.#turn;
    const stale = () => signal.aborted || turn !== this.#turn;
    const { outcome } = this.getSnapshot();
    this.update({ loading: true, failure: undefined });
    try {
      const query = { limit: PAGE, ...(before ? { before } : {}), ...(outcome ? { outcome } : {}) };
      const { lines, more } = await this.#list(query, signal);
      if (!stale()) this.update({ lines: [...shown, ...lines], more, loading: false });
    } catch (error) {
      if (!stale() && !isAborted(error)) this.update({ loading: false, failure: failureOf(error) });
    }
  }
}
