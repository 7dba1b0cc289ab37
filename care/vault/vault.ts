import { createHmac, randomBytes } from "node:crypto";
import type { PersonId } from "@tsunagi/contracts/ids";
import type { Tx } from "../kernel/store.ts";
import type { Keyring } from "./keyring.ts";
import { keyMark, open, openJson, seal, sealJson } from "./sealing.ts";
import { insertPersonKey, latestPersonKey, loadPersonKey, loadPersonKeys, type StoredPersonKey } from "./store.ts";

export interface VaultKeys {
  readonly keyring: Keyring;
  /** HMAC key of the search index; changing it means rebuilding the index. */
  readonly indexKey: Buffer;
  /** HMAC key of the audit chain; whoever can write the database but lacks it cannot forge a row. */
  readonly auditKey: Buffer;
}

/** Bytes sealed with a person's key, and which version of that key opens them. */
export interface SealedForPerson {
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly keyVersion: number;
}

/** Envelope encryption: every person has a data key of their own, wrapped by a key of the secret settings (R9). */
export class Vault {
  readonly #keys: VaultKeys;

  constructor(keys: VaultKeys) {
    this.#keys = keys;
  }

  /** Makes a person's first data key, or the next version of it. */
  async newPersonKey(tx: Tx, personId: PersonId, version = 1): Promise<void> {
    const { name, key } = this.#keys.keyring.current;
    const dataKey = randomBytes(32);
    const wrapped = seal(key, dataKey, wrapPurpose(personId, version));
    await insertPersonKey(tx, { personId, version, kek: name, wrapped });
  }

  /** @param purpose where the bytes will stand, for example `record:rec_…`; they open nowhere else */
  async sealFor(tx: Tx, personId: PersonId, value: unknown, purpose: string): Promise<SealedForPerson> {
    const stored = await latestPersonKey(tx, personId);
    return { sealed: sealJson(this.#unwrap(stored), value, purpose), keyVersion: stored.version };
  }

  async sealBytesFor(tx: Tx, personId: PersonId, bytes: Uint8Array, purpose: string): Promise<SealedForPerson> {
    const stored = await latestPersonKey(tx, personId);
    return { sealed: seal(this.#unwrap(stored), bytes, purpose), keyVersion: stored.version };
  }

  /** Sealed as text (`version.base64`), for a few words that stand in a text column. */
  async sealTextFor(tx: Tx, personId: PersonId, text: string, purpose: string): Promise<string> {
    const { sealed, keyVersion } = await this.sealFor(tx, personId, text, purpose);
    return `${keyVersion}.${Buffer.from(sealed).toString("base64")}`;
  }

  /** Undoes `sealTextFor`. */
  async openTextFor(tx: Tx, personId: PersonId, from: string, purpose: string): Promise<string> {
    const [version, base64 = ""] = from.split(".");
    return this.openFor(tx, personId, { sealed: Buffer.from(base64, "base64"), keyVersion: Number(version) }, purpose);
  }

  async openFor<T>(tx: Tx, personId: PersonId, from: SealedBytes, purpose: string): Promise<T> {
    return openJson<T>(await this.#personKey(tx, personId, from.keyVersion), from.sealed, purpose);
  }

  /** What is sealed for each of many people: one round trip for all their keys. */
  async openForEach<T>(
    tx: Tx,
    sealed: readonly (SealedBytes & { readonly id: PersonId })[],
    purposeOf: (id: PersonId) => string,
  ): Promise<Map<PersonId, T>> {
    const ids = sealed.map(({ id }) => id);
    const keys = new Map((await loadPersonKeys(tx, ids)).map((key) => [`${key.personId} ${key.version}`, key]));
    return new Map(
      sealed.map(({ id, keyVersion, sealed: bytes }) => {
        const key = keys.get(`${id} ${keyVersion}`);
        if (!key) throw new Error(`no key ${keyVersion} of ${id}`);
        return [id, openJson<T>(this.#unwrap(key), bytes, purposeOf(id))];
      }),
    );
  }

  async openBytesFor(tx: Tx, personId: PersonId, from: SealedBytes, purpose: string): Promise<Buffer> {
    return open(await this.#personKey(tx, personId, from.keyVersion), from.sealed, purpose);
  }

  /** For what concerns no single person: the outbox, kept responses. The key's name travels in front. */
  sealSystem(value: unknown, purpose: string): Uint8Array<ArrayBuffer> {
    const { name, key } = this.#keys.keyring.current;
    return Uint8Array.from(Buffer.concat([keyMark(name), sealJson(key, value, purpose)]));
  }

  openSystem<T>(sealed: Uint8Array, purpose: string): T {
    const name = systemKeyName(sealed);
    return openJson<T>(this.#keys.keyring.key(name), sealed.subarray(1 + (sealed[0] ?? 0)), purpose);
  }

  /** The same value under the current key-encryption key, or null when it is already. */
  resealSystem(sealed: Uint8Array, purpose: string): Uint8Array<ArrayBuffer> | null {
    if (systemKeyName(sealed) === this.#keys.keyring.current.name) return null;
    return this.sealSystem(this.openSystem(sealed, purpose), purpose);
  }

  /** Keyed index token, 16 bytes: equal for equal text, worthless without the key. */
  indexToken(kind: string, text: string): Uint8Array<ArrayBuffer> {
    const mac = createHmac("sha256", this.#keys.indexKey).update(`${kind}\0${text}`).digest();
    return Uint8Array.from(mac.subarray(0, 16));
  }

  auditMac(parts: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
    const mac = createHmac("sha256", this.#keys.auditKey);
    for (const part of parts) {
      const bytes = typeof part === "string" ? Buffer.from(part, "utf8") : Buffer.from(part);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      mac.update(length).update(bytes);
    }
    return Uint8Array.from(mac.digest());
  }

  /** The same data key under the current key-encryption key, or null when it is already. */
  rewrap(stored: StoredPersonKey): StoredPersonKey | null {
    const { name, key } = this.#keys.keyring.current;
    if (stored.kek === name) return null;
    const dataKey = this.#unwrap(stored);
    return { ...stored, kek: name, wrapped: seal(key, dataKey, wrapPurpose(stored.personId, stored.version)) };
  }

  async #personKey(tx: Tx, personId: PersonId, version: number): Promise<Buffer> {
    return this.#unwrap(await loadPersonKey(tx, personId, version));
  }

  #unwrap({ personId, version, kek, wrapped }: StoredPersonKey): Buffer {
    return open(this.#keys.keyring.key(kek), wrapped, wrapPurpose(personId, version));
  }
}

export interface SealedBytes {
  readonly sealed: Uint8Array;
  readonly keyVersion: number;
}

const systemKeyName = (sealed: Uint8Array): string =>
  Buffer.from(sealed.subarray(1, 1 + (sealed[0] ?? 0))).toString("utf8");

const wrapPurpose = (personId: string, version: number): string => `person-key:${personId}:${version}`;
