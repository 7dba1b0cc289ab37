/** What a view can show: a snapshot that changes as a whole, and a lifetime. */
export interface Model<Snapshot> {
  getSnapshot(): Snapshot;
  /** @returns unsubscribe */
  subscribe(listener: () => void): () => void;
  start(): void;
  dispose(): void;
}

/**
 * Base of view models. The constructor only keeps its inputs; work begins in `start()` and ends with `dispose()`,
 * after which it may be started again (React's strict mode does). Snapshots are never changed in place.
 */
export abstract class ViewModel<Snapshot> implements Model<Snapshot> {
  #snapshot: Snapshot;
  readonly #listeners = new Set<() => void>();
  #lifetime: AbortController | undefined;

  constructor(initial: Snapshot) {
    this.#snapshot = initial;
  }

  readonly getSnapshot = (): Snapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly start = (): void => {
    if (this.#lifetime) return;
    this.#lifetime = new AbortController();
    this.onStart(this.#lifetime.signal);
  };

  readonly dispose = (): void => {
    this.#lifetime?.abort();
    this.#lifetime = undefined;
  };

  /** First loads and subscriptions go here; end them when `signal` aborts (see `until`). */
  protected onStart(_signal: AbortSignal): void {
    // nothing to begin with
  }

  /** Aborted at `dispose()`; an aborted one when the model does not run. */
  protected get signal(): AbortSignal {
    return this.#lifetime?.signal ?? AbortSignal.abort();
  }

  /** Replaces parts of the snapshot and tells whoever watches. */
  protected update(change: Partial<Snapshot>): void {
    this.replace({ ...this.#snapshot, ...change });
  }

  protected replace(next: Snapshot): void {
    this.#snapshot = next;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Runs `end` once the lifetime is over. */
export function until(signal: AbortSignal, end: () => void): void {
  if (signal.aborted) end();
  else signal.addEventListener("abort", end, { once: true });
}
