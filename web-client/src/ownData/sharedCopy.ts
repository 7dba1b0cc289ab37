import type { SharedCopy } from "./collection.ts";
import { find, type KeyRing, newest } from "./keyRing.ts";
import { open, seal, sealed } from "./sealing.ts";

/** The account's own corner on the homeserver, which all of its devices see. */
export interface AccountDataPort {
  /** @throws when there is no line */
  read(name: string): Promise<unknown>;
  /** @throws when there is no line */
  write(name: string, content: Readonly<Record<string, unknown>>): Promise<void>;
  onChange(name: string, listener: () => void): () => void;
}

interface Keys {
  getSnapshot(): KeyRing;
  subscribe(listener: () => void): () => void;
}

/** Keeps collections in account data, sealed: the server stores what it cannot read. */
export class SealedCopy implements SharedCopy {
  readonly #data: AccountDataPort;
  readonly #keys: Keys;

  constructor(data: AccountDataPort, keys: Keys) {
    this.#data = data;
    this.#keys = keys;
  }

  async read(name: string): Promise<unknown> {
    const kept = sealed.safeParse(await this.#data.read(name));
    const key = kept.success && find(this.#keys.getSnapshot(), kept.data.kid);
    if (!kept.success || !key) return undefined;
    return open(key, name, kept.data).catch(() => undefined); // not what was written: the device's copy replaces it
  }

  async write(name: string, value: unknown): Promise<void> {
    const key = newest(this.#keys.getSnapshot());
    if (!key) throw new Error("the key has not come yet");
    await this.#data.write(name, await seal(key, name, value));
  }

  onChange(name: string, listener: () => void): () => void {
    const ends = [this.#data.onChange(name, listener), this.#keys.subscribe(listener)];
    return () => {
      for (const end of ends) end();
    };
  }
}
