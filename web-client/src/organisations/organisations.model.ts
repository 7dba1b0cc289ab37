import type { OrganisationKind } from "@tsunagi/contracts/codes/organisationKinds";
import type { OrganisationView } from "@tsunagi/contracts/rest/organisations";
import { type Failure, failureOf, isAborted } from "../hub/failure.ts";
import { until, ViewModel } from "../kit/viewModel.ts";

export interface OrganisationFilter {
  readonly text: string;
  readonly kind: OrganisationKind | "";
  readonly municipality: string;
}

export interface OrganisationsSnapshot {
  readonly filter: OrganisationFilter;
  readonly organisations: readonly OrganisationView[] | undefined;
  readonly total: number;
  readonly loading: boolean;
  readonly failure: Failure | undefined;
}

export interface OrganisationsQuery {
  readonly text?: string;
  readonly kind?: OrganisationKind;
  readonly municipality?: string;
  readonly limit: number;
  readonly offset: number;
}

type ListOrganisations = (
  query: OrganisationsQuery,
  signal: AbortSignal,
) => Promise<{ readonly organisations: readonly OrganisationView[]; readonly total: number }>;

const PAGE = 50;
const QUIET = 300;

/** Organisations of the network, by name, kind and municipality, page by page. */
export class OrganisationsModel extends ViewModel<OrganisationsSnapshot> {
  readonly #list: ListOrganisations;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(list: ListOrganisations) {
    const filter = { text: "", kind: "", municipality: "" } as const;
    super({ filter, organisations: undefined, total: 0, loading: true, failure: undefined });
    this.#list = list;
  }

  protected override onStart(signal: AbortSignal): void {
    until(signal, () => clearTimeout(this.#timer));
    void this.reload();
  }

  /** Choices act at once; typing waits for the last letter. */
  readonly filter = (change: Partial<OrganisationFilter>): void => {
    this.update({ filter: { ...this.getSnapshot().filter, ...change } });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.reload(), "text" in change ? QUIET : 0);
  };

  readonly reload = (): Promise<void> => this.#page([]);

  readonly next = async (): Promise<void> => {
    const { organisations = [], total, loading } = this.getSnapshot();
    if (!loading && organisations.length < total) await this.#page(organisations);
  };

  async #page(shown: readonly OrganisationView[]): Promise<void> {
    const { signal } = this;
    this.#turn += 1;
    const turn = this.#turn;
    const stale = () => signal.aborted || turn !== this.#turn;
    const { text, kind, municipality } = this.getSnapshot().filter;
    this.update({ loading: true, failure: undefined });
    try {
      const query = {
        ...(text.trim() ? { text: text.trim() } : {}),
        ...(kind ? { kind } : {}),
        ...(municipality ? { municipality } : {}),
        limit: PAGE,
        offset: shown.length,
      };
      const { organisations, total } = await this.#list(query, signal);
      if (!stale()) this.update({ organisations: [...shown, ...organisations], total, loading: false });
    } catch (error) {
      if (!stale() && !isAborted(error)) this.update({ loading: false, failure: failureOf(error) });
    }
  }
}
