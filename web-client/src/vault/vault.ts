import { deleteVaultDatabase, inStore } from "./database.ts";
import {
  type DerivedKeys,
  deriveKeys,
  lockWithPin,
  makeBrowserKey,
  openWithPin,
  type PinLock,
  randomBytes,
  unwrap,
  type Wrapped,
  wrap,
} from "./keys.ts";

/** `empty`: nobody is signed in on this device. */
export type VaultState = "empty" | "open" | "locked";

export type Unlocking =
  | { readonly result: "open" }
  | { readonly result: "wrong"; readonly left: number }
  /** Too many wrong attempts: what is kept must go. */
  | { readonly result: "spent" };

/** After so many wrong PINs in a row everything kept on this device is deleted. */
export const PIN_ATTEMPTS = 5;

/** What is kept while the vault is open: the data key under the browser's key alone, so that a reload asks nothing. */
interface OpenRecord {
  readonly wrapped: Wrapped;
}

/**
 * Everything this browser keeps of an account stands behind one data key (ADR 0015). Open, a reload finds the key
 * again; locked, only the PIN brings it back.
 */
export class Vault {
  #dataKey: Uint8Array<ArrayBuffer> | undefined;
  #keys: DerivedKeys | undefined;

  /**
   * How things stand at the start of a page; opens what may be opened without asking.
   * @param mayStayOpen whether the person was here lately enough, by milliseconds since the epoch of the last touch
   */
  async begin(mayStayOpen: (seenAt: number) => boolean): Promise<VaultState> {
    const browserKey = await read<CryptoKey>("browser");
    if (!browserKey) return "empty";
    const pin = await read<PinLock>("pin");
    const open = await read<OpenRecord>("open");
    if (open && (!pin || mayStayOpen((await read<number>("seen")) ?? 0))) {
      await this.#use(await unwrap(browserKey, open.wrapped, "open"));
      return "open";
    }
    if (!pin) return "empty"; // a sign-in that was cut short
    await this.lock();
    return "locked";
  }

  get isOpen(): boolean {
    return this.#keys !== undefined;
  }

  /** The key of the message keys' store, and of sealed records. @throws when nobody is signed in */
  get keys(): DerivedKeys {
    if (!this.#keys) throw new Error("the vault is not open");
    return this.#keys;
  }

  /** A new vault, open, without a PIN yet: somebody signs in. */
  async create(): Promise<void> {
    await this.destroy();
    const browserKey = await makeBrowserKey();
    const dataKey = randomBytes(32);
    await write("browser", browserKey);
    await write("open", { wrapped: await wrap(browserKey, dataKey, "open") } satisfies OpenRecord);
    await this.touch();
    await this.#use(dataKey);
  }

  async hasPin(): Promise<boolean> {
    return (await read<PinLock>("pin")) !== undefined;
  }

  /** Sets the PIN or another one. The vault must be open. */
  async setPin(pin: string): Promise<void> {
    const browserKey = await read<CryptoKey>("browser");
    if (!browserKey || !this.#dataKey) throw new Error("the vault is not open");
    await write("pin", await lockWithPin(browserKey, this.#dataKey, pin));
  }

  /** From now on only the PIN opens it for a page that is loaded; this page's memory stays as it is. */
  async lock(): Promise<void> {
    if (await this.hasPin()) await inStore("keys", "readwrite", (store) => store.delete("open"));
  }

  /** Tries a PIN. The attempt is counted before it is looked at, so that closing the page does not win one. */
  async unlock(pin: string): Promise<Unlocking> {
    const browserKey = await read<CryptoKey>("browser");
    const lock = await read<PinLock>("pin");
    if (!browserKey || !lock || lock.wrong >= PIN_ATTEMPTS) return { result: "spent" };
    await write("pin", { ...lock, wrong: lock.wrong + 1 });
    const dataKey = await openWithPin(browserKey, lock, pin);
    if (!dataKey) {
      const left = PIN_ATTEMPTS - lock.wrong - 1;
      return left > 0 ? { result: "wrong", left } : { result: "spent" };
    }
    await write("pin", { ...lock, wrong: 0 });
    await this.touch();
    await write("open", { wrapped: await wrap(browserKey, dataKey, "open") } satisfies OpenRecord);
    await this.#use(dataKey);
    return { result: "open" };
  }

  /** Attempts that are left. */
  async attemptsLeft(): Promise<number> {
    return PIN_ATTEMPTS - ((await read<PinLock>("pin"))?.wrong ?? 0);
  }

  /** The person is here. */
  async touch(at = Date.now()): Promise<void> {
    await write("seen", at);
  }

  /** Deletes the keys and everything sealed. */
  async destroy(): Promise<void> {
    this.#dataKey?.fill(0);
    this.#dataKey = undefined;
    this.#keys = undefined;
    await deleteVaultDatabase();
  }

  async #use(dataKey: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<void> {
    this.#dataKey = new Uint8Array(dataKey);
    this.#keys = await deriveKeys(this.#dataKey);
  }
}

const read = <T>(name: string): Promise<T | undefined> =>
  inStore<T | undefined>("keys", "readonly", (store) => store.get(name));

const write = (name: string, value: unknown): Promise<unknown> =>
  inStore("keys", "readwrite", (store) => store.put(value, name));
