import { inStore } from "./database.ts";
import { unwrap, type Wrapped, wrap } from "./keys.ts";
import type { Vault } from "./vault.ts";

/** Named records on this device, each encrypted by the vault's key. Gone with the vault at sign-out. */
export interface Sealed {
  /** @returns undefined when there is none, or it cannot be opened (then it is as if there was none) */
  read<T>(name: string): Promise<T | undefined>;
  /** Anything JSON can hold. */
  write(name: string, value: unknown): Promise<void>;
  /** The same for a file's bytes. */
  readBytes(name: string): Promise<ArrayBuffer | undefined>;
  writeBytes(name: string, bytes: BufferSource): Promise<void>;
  remove(name: string): Promise<void>;
  /** Names that begin so, in order. */
  names(prefix: string): Promise<readonly string[]>;
}

export class SealedRecords implements Sealed {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  async read<T>(name: string): Promise<T | undefined> {
    const bytes = await this.readBytes(name);
    try {
      return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as T);
    } catch {
      return undefined;
    }
  }

  async write(name: string, value: unknown): Promise<void> {
    await this.writeBytes(name, new TextEncoder().encode(JSON.stringify(value)));
  }

  async readBytes(name: string): Promise<ArrayBuffer | undefined> {
    try {
      const kept = await inStore<Wrapped | undefined>("sealed", "readonly", (store) => store.get(name));
      return kept && (await unwrap(this.#vault.keys.seal, kept, name));
    } catch {
      return undefined;
    }
  }

  async writeBytes(name: string, bytes: BufferSource): Promise<void> {
    const wrapped = await wrap(this.#vault.keys.seal, bytes, name);
    await inStore("sealed", "readwrite", (store) => store.put(wrapped, name));
  }

  async remove(name: string): Promise<void> {
    await inStore("sealed", "readwrite", (store) => store.delete(name));
  }

  async names(prefix: string): Promise<readonly string[]> {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    return (await inStore("sealed", "readonly", (store) => store.getAllKeys(range))) as string[];
  }
}
