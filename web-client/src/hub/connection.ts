import { until, ViewModel } from "../kit/viewModel.ts";

export interface ConnectionSnapshot {
  readonly online: boolean;
}

/** Where the browser says that the network came or went. */
export interface NetworkEvents {
  readonly onLine: boolean;
  listen(type: "online" | "offline", listener: () => void): () => void;
}

/**
 * Whether we are connected: the browser's word, corrected by what really happens to requests. A failed request says
 * offline at once; the next one that gets through, or a probe every few seconds, says online again.
 */
export class Connection extends ViewModel<ConnectionSnapshot> {
  readonly #network: NetworkEvents;
  readonly #probe: () => Promise<boolean>;
  readonly #probeEvery: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(network: NetworkEvents, probe: () => Promise<boolean>, probeEvery = 5_000) {
    super({ online: true });
    this.#network = network;
    this.#probe = probe;
    this.#probeEvery = probeEvery;
  }

  protected override onStart(signal: AbortSignal): void {
    this.#set(this.#network.onLine);
    until(
      signal,
      this.#network.listen("online", () => void this.#ask()),
    );
    until(
      signal,
      this.#network.listen("offline", () => this.#set(false)),
    );
    until(signal, () => clearTimeout(this.#timer));
  }

  /** A request got through, or did not. */
  readonly report = (reached: boolean): void => this.#set(reached);

  #set(online: boolean): void {
    if (this.getSnapshot().online !== online) this.update({ online });
    clearTimeout(this.#timer);
    if (!online && !this.signal.aborted) this.#timer = setTimeout(() => void this.#ask(), this.#probeEvery);
  }

  async #ask(): Promise<void> {
    const reached = await this.#probe().catch(() => false);
    if (!this.signal.aborted) this.#set(reached);
  }
}

export const browserNetwork: NetworkEvents = {
  get onLine() {
    return navigator.onLine;
  },
  listen: (type, listener) => {
    addEventListener(type, listener);
    return () => removeEventListener(type, listener);
  },
};

/** Asks the hub whether it is there. */
export const probeHub = async (): Promise<boolean> =>
  (await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(5_000) })).ok;
