import { ViewModel } from "../kit/viewModel.ts";

export interface UpdatesSnapshot {
  /** A newer version is here and waits for the person's word. */
  readonly ready: boolean;
}

const LOOK_EVERY_MS = 30 * 60_000;
/** After a version that could not be fetched, or not whole; what has come of it is kept (serviceWorker.ts). */
const TRY_AGAIN_MS = 10_000;

/**
 * Newer versions of the application. A page that is open keeps the version it began with, chunks and all; the newer
 * one waits until the person says so, or until no page is open any more.
 */
export class Updates extends ViewModel<UpdatesSnapshot> {
  #registration: ServiceWorkerRegistration | undefined;
  #accepted = false;

  readonly #container: ServiceWorkerContainer | undefined;
  readonly #reload: () => void;

  /** @param container undefined where there is none: in development, and with plain http in the local network */
  constructor(container: ServiceWorkerContainer | undefined, reload: () => void) {
    super({ ready: false });
    this.#container = container;
    this.#reload = reload;
  }

  protected override onStart(signal: AbortSignal): void {
    const container = this.#container;
    if (!container) return;
    container.addEventListener("controllerchange", this.#onChange, { signal });
    const timer = setInterval(this.#look, LOOK_EVERY_MS);
    signal.addEventListener("abort", () => clearInterval(timer), { once: true });
    document.addEventListener("visibilitychange", this.#look, { signal });
    this.#look();
  }

  /** Takes the newer version: this page and the others begin anew with it. */
  readonly use = (): void => {
    this.#accepted = true;
    this.#registration?.waiting?.postMessage("useNow");
  };

  /** @param registration none where the browser is told to have no workers, as in most browser tests */
  readonly #watch = (registration: ServiceWorkerRegistration | undefined): void => {
    if (!registration) return;
    if (registration === this.#registration) return;
    this.#registration = registration;
    const check = () => this.update({ ready: registration.waiting !== null && this.#container?.controller != null });
    const follow = () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => {
        check();
        if (worker.state === "redundant") this.#lookAgain();
      });
    };
    check();
    follow();
    registration.addEventListener("updatefound", follow);
  };

  /** Looks for a newer version; where the first one did not come whole, tries that again. */
  readonly #look = (): void => {
    if (document.visibilityState !== "visible") return;
    this.#container?.register("/sw.js").then(this.#watch, this.#lookAgain);
  };

  readonly #lookAgain = (): void => void setTimeout(this.#look, TRY_AGAIN_MS);

  /** Another worker has taken over: by this page's word or by another tab's. The first one ever changes nothing. */
  readonly #onChange = (): void => {
    if (this.#accepted || this.getSnapshot().ready) this.#reload();
  };
}
