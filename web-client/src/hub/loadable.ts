import { until, ViewModel } from "../kit/viewModel.ts";
import { type Failure, failureOf, isAborted } from "./failure.ts";

/** Something that is on its way, here, or did not come. What was here stays while it is asked for again. */
export interface Loadable<Value> {
  readonly value: Value | undefined;
  readonly loading: boolean;
  readonly failure: Failure | undefined;
}

export const waiting: Loadable<never> = { value: undefined, loading: true, failure: undefined };

export interface LoaderOptions<Value> {
  /** Milliseconds after which to ask again while the page is seen, for something that is still being made. */
  readonly again?: (value: Value) => number | undefined;
}

/** Loads one thing at `start()` and again on `reload()`. */
export class Loader<Value> extends ViewModel<Loadable<Value>> {
  readonly #load: (signal: AbortSignal) => Promise<Value>;
  readonly #options: LoaderOptions<Value>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  constructor(load: (signal: AbortSignal) => Promise<Value>, options: LoaderOptions<Value> = {}) {
    super(waiting);
    this.#load = load;
    this.#options = options;
  }

  protected override onStart(signal: AbortSignal): void {
    until(signal, () => clearTimeout(this.#timer));
    void this.reload();
  }

  readonly reload = async (): Promise<void> => {
    const { signal } = this;
    this.#turn += 1;
    const turn = this.#turn;
    const superseded = () => signal.aborted || turn !== this.#turn;
    this.update({ loading: true });
    try {
      const value = await this.#load(signal);
      if (!superseded()) this.put(value);
    } catch (error) {
      if (!superseded() && !isAborted(error)) this.update({ loading: false, failure: failureOf(error) });
    }
  };

  /** Puts in what a write has answered with, without asking again. */
  readonly put = (value: Value): void => {
    this.#turn += 1;
    this.replace({ value, loading: false, failure: undefined });
    clearTimeout(this.#timer);
    const wait = this.#options.again?.(value);
    if (wait !== undefined) this.#timer = setTimeout(this.#reloadInSight, wait);
  };

  /** Out of sight it rests: asking on and on would keep the session of whoever has left open. */
  readonly #reloadInSight = (): void => {
    if (document.visibilityState === "visible") void this.reload();
    else document.addEventListener("visibilitychange", this.#reloadInSight, { once: true, signal: this.signal });
  };
}
