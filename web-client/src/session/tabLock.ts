const LOCK = "tsunagi-tab";
const GIVE_WAY = "give-way";
const PATIENCE = 3_000;

export interface TabLockHandlers {
  /** Another tab has つなぎ open. */
  readonly onWaiting: () => void;
  /** This tab is the one now. */
  readonly onHeld: () => void;
  /** Another tab takes over: let go of the encryption store. */
  readonly onTaken: () => Promise<void>;
}

/** One tab owns the encryption store. */
export interface TabLock {
  hold(handlers: TabLockHandlers): void;
  /** Asks the owner to give way. */
  takeOver(): void;
}

/** By the browser's own locks. A tab that closes frees it by itself; one that hangs is overruled after three seconds. */
export class BrowserTabLock implements TabLock {
  #handlers: TabLockHandlers | undefined;
  #release: (() => void) | undefined;
  #channel: BroadcastChannel | undefined;

  hold(handlers: TabLockHandlers): void {
    this.#handlers = handlers;
    if (!("locks" in navigator)) {
      handlers.onHeld(); // plain http in the local network: no locks, no guard
      return;
    }
    this.#channel = new BroadcastChannel(LOCK);
    this.#channel.onmessage = ({ data }) => {
      if (data === GIVE_WAY) void this.#giveWay();
    };
    void navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => {
      if (lock) return this.#keep();
      handlers.onWaiting();
      this.#queue();
      return undefined;
    });
  }

  takeOver(): void {
    this.#channel?.postMessage(GIVE_WAY);
    setTimeout(() => {
      if (!this.#release) void navigator.locks.request(LOCK, { steal: true }, () => this.#keep()).catch(this.#stolen);
    }, PATIENCE);
  }

  #queue(): void {
    void navigator.locks.request(LOCK, () => (this.#release ? undefined : this.#keep())).catch(this.#stolen);
  }

  #keep(): Promise<void> {
    this.#handlers?.onHeld();
    return new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  async #giveWay(): Promise<void> {
    const release = this.#release;
    if (!release) return;
    this.#release = undefined;
    await this.#handlers?.onTaken();
    release();
    this.#queue();
  }

  readonly #stolen = (): void => {
    if (!this.#release) return;
    this.#release = undefined;
    void this.#handlers?.onTaken();
    this.#queue();
  };
}
