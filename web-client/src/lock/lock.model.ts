import { until, ViewModel } from "../kit/viewModel.ts";
import type { Unlocking, VaultState } from "../vault/vault.ts";

export interface LockSnapshot {
  readonly state: "starting" | VaultState;
  readonly hasPin: boolean;
  /** Wrong PINs that may still be typed. */
  readonly left: number;
}

/** What the lock needs of the vault. */
export interface LockVault {
  begin(mayStayOpen: (seenAt: number) => boolean): Promise<VaultState>;
  readonly isOpen: boolean;
  hasPin(): Promise<boolean>;
  setPin(pin: string): Promise<void>;
  unlock(pin: string): Promise<Unlocking>;
  lock(): Promise<void>;
  attemptsLeft(): Promise<number>;
  touch(at?: number): Promise<void>;
}

/** Where signs of the person and of other tabs come from. */
export interface LockSurroundings {
  readonly now: () => number;
  /** Fingers and keys. @returns its end */
  onActivity(listener: () => void): () => void;
  /** The page comes to the front, or the machine wakes up. @returns its end */
  onReturn(listener: () => void): () => void;
  /** Another tab has locked. @returns its end */
  onOtherLocked(listener: () => void): () => void;
  tellLocked(): void;
}

export interface LockInputs {
  readonly vault: LockVault;
  readonly around: LockSurroundings;
  /** Minutes without a touch after which it locks. */
  readonly minutes: () => number;
  /** Too many wrong PINs: deletes what is kept. */
  readonly onSpent: () => Promise<void>;
}

const MINUTE = 60_000;
const TOUCH_EVERY = 10_000;
/** A clock set back further than this counts as time that went by. */
const BACKWARDS = 5_000;

/**
 * Locks the screen after some minutes without a touch, and opens it again by the PIN; needs no network. While it is
 * locked the page goes on in the background: what waits to be sent is sent.
 */
export class LockModel extends ViewModel<LockSnapshot> {
  readonly #inputs: LockInputs;
  #seenAt = 0;
  #keptAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(inputs: LockInputs) {
    super({ state: "starting", hasPin: false, left: 0 });
    this.#inputs = inputs;
  }

  protected override onStart(signal: AbortSignal): void {
    const { around } = this.#inputs;
    until(signal, around.onActivity(this.#touch));
    until(signal, around.onReturn(this.#look));
    until(
      signal,
      around.onOtherLocked(() => void this.#becomeLocked()),
    );
    until(signal, () => clearTimeout(this.#timer));
    void this.#begin();
  }

  async #begin(): Promise<void> {
    const { vault } = this.#inputs;
    const state = await vault.begin((seenAt) => !this.#isOver(seenAt));
    await this.#tell(state);
  }

  /** Somebody has signed in or out: looks anew. */
  readonly refresh = async (): Promise<void> => {
    await this.#tell(this.#inputs.vault.isOpen ? "open" : "empty");
  };

  /** @param pin checked before */
  readonly setPin = async (pin: string): Promise<void> => {
    await this.#inputs.vault.setPin(pin);
    await this.#tell("open");
  };

  /** @returns true when it is open; otherwise the snapshot says how many attempts are left */
  readonly unlock = async (pin: string): Promise<boolean> => {
    const { vault, onSpent } = this.#inputs;
    const outcome = await vault.unlock(pin);
    if (outcome.result === "open") await this.#tell("open");
    else if (outcome.result === "wrong") this.update({ left: outcome.left });
    else await onSpent();
    return outcome.result === "open";
  };

  /** Locks now. Does nothing while there is no PIN to open it again. */
  readonly lockNow = async (): Promise<void> => {
    if (this.getSnapshot().state !== "open" || !this.getSnapshot().hasPin) return;
    this.#inputs.around.tellLocked();
    await this.#becomeLocked();
  };

  async #becomeLocked(): Promise<void> {
    const { state, hasPin } = this.getSnapshot();
    if (state !== "open" || !hasPin) return;
    clearTimeout(this.#timer);
    this.update({ state: "locked" }); // at once: the rest may take a moment
    await this.#inputs.vault.lock();
    this.update({ left: await this.#inputs.vault.attemptsLeft() });
  }

  async #tell(state: VaultState): Promise<void> {
    const { vault, around } = this.#inputs;
    const signedIn = state !== "empty";
    const [hasPin, left] = signedIn ? await Promise.all([vault.hasPin(), vault.attemptsLeft()]) : [false, 0];
    this.#seenAt = around.now();
    this.replace({ state, hasPin, left });
    clearTimeout(this.#timer);
    if (state === "open") this.#wait();
  }

  readonly #touch = (): void => {
    if (this.getSnapshot().state !== "open") return;
    const now = this.#inputs.around.now();
    if (this.#isOver(this.#seenAt)) {
      this.#look(); // the first touch after a sleep must not keep anything open
      return;
    }
    this.#seenAt = now;
    if (now - this.#keptAt < TOUCH_EVERY) return;
    this.#keptAt = now;
    void this.#inputs.vault.touch(now).catch(() => undefined); // a full disk: then a reload asks for the PIN
  };

  readonly #look = (): void => {
    if (this.getSnapshot().state !== "open") return;
    if (this.#isOver(this.#seenAt)) void this.lockNow();
    else this.#wait();
  };

  #wait(): void {
    clearTimeout(this.#timer);
    const left = this.#seenAt + this.#limit - this.#inputs.around.now();
    this.#timer = setTimeout(this.#look, Math.max(0, left) + 50);
  }

  #isOver(seenAt: number): boolean {
    const gone = this.#inputs.around.now() - seenAt;
    return gone >= this.#limit || gone < -BACKWARDS;
  }

  get #limit(): number {
    return this.#inputs.minutes() * MINUTE;
  }
}
