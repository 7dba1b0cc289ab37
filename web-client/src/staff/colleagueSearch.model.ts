import type { Role } from "@tsunagi/contracts/codes/roles";
import type { Colleague } from "@tsunagi/contracts/rest/staff";
import { type Failure, failureOf, isAborted } from "../hub/failure.ts";
import { until, ViewModel } from "../kit/viewModel.ts";

/** Somebody in the place they work: one row for each organisation. */
export interface Candidate {
  readonly key: string;
  readonly colleague: Colleague;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly roles: readonly Role[];
}

export interface ColleagueSearchSnapshot {
  readonly text: string;
  readonly role: Role | "";
  readonly searching: boolean;
  /** undefined before anything was asked for. */
  readonly found: readonly Candidate[] | undefined;
  readonly failure: Failure | undefined;
}

export interface ColleagueSearchInputs {
  readonly search: (query: { text: string; role?: Role }, signal: AbortSignal) => Promise<readonly Colleague[]>;
  /** Leaves out those who only run an organisation. */
  readonly professionalsOnly?: boolean;
  /** Milliseconds of quiet after the last letter. */
  readonly quiet?: number;
}

const ADMINISTRATIVE: readonly Role[] = ["facilityAdmin", "networkAdmin", "dispatcher"];

/** Finds colleagues while one types. */
export class ColleagueSearch extends ViewModel<ColleagueSearchSnapshot> {
  readonly #inputs: ColleagueSearchInputs;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(inputs: ColleagueSearchInputs) {
    super({ text: "", role: "", searching: false, found: undefined, failure: undefined });
    this.#inputs = inputs;
  }

  protected override onStart(signal: AbortSignal): void {
    until(signal, () => clearTimeout(this.#timer));
  }

  readonly set = (change: Partial<Pick<ColleagueSearchSnapshot, "text" | "role">>): void => {
    this.update(change);
    clearTimeout(this.#timer);
    this.#turn += 1;
    const { text, role } = this.getSnapshot();
    const asked = text.trim() !== "" || role !== "";
    this.update(asked ? { searching: true } : { searching: false, found: undefined });
    if (asked) this.#timer = setTimeout(() => void this.#search(), this.#inputs.quiet ?? 300);
  };

  async #search(): Promise<void> {
    const { signal } = this;
    const turn = this.#turn;
    const { text, role } = this.getSnapshot();
    const stale = () => signal.aborted || turn !== this.#turn;
    try {
      const colleagues = await this.#inputs.search({ text: text.trim(), ...(role ? { role } : {}) }, signal);
      if (!stale()) this.update({ found: this.#candidates(colleagues), searching: false, failure: undefined });
    } catch (error) {
      if (!stale() && !isAborted(error)) this.update({ searching: false, failure: failureOf(error) });
    }
  }

  #candidates(colleagues: readonly Colleague[]): Candidate[] {
    const counts = (role: Role) => !this.#inputs.professionalsOnly || !ADMINISTRATIVE.includes(role);
    return colleagues.flatMap((colleague) => {
      const places = Map.groupBy(colleague.jobs, ({ organisationId }) => organisationId);
      return [...places].flatMap(([organisationId, jobs]) => {
        const roles = jobs.map(({ role }) => role).filter(counts);
        const [first] = jobs;
        if (!first || roles.length === 0) return [];
        const { organisationName } = first;
        return [{ key: `${colleague.staffId} ${organisationId}`, colleague, organisationId, organisationName, roles }];
      });
    });
  }
}
