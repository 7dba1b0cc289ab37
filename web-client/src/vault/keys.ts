/*
 * One data key of 32 random bytes stands behind everything this browser keeps. It is never written down as it is: only
 * wrapped by a key of this browser that cannot be exported, and, once there is a PIN, by one made from the PIN besides.
 */

/** Bytes under AES-256-GCM with the number used once that belongs to them. */
export interface Wrapped {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

export interface PinLock {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly rounds: number;
  /** The data key, under the PIN's key and then under the browser's. */
  readonly wrapped: Wrapped;
  readonly inner: Uint8Array<ArrayBuffer>;
  /** Wrong attempts in a row. */
  readonly wrong: number;
}

/** PBKDF2-SHA-256 rounds (OWASP Password Storage, 2023): about half a second on a cheap telephone. */
const ROUNDS = 600_000;
const AES = { name: "AES-GCM", length: 256 } as const;

export const randomBytes = (length: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(length));

/** A key that stays in this browser: it can be used and kept, never read. */
export const makeBrowserKey = (): Promise<CryptoKey> => crypto.subtle.generateKey(AES, false, ["encrypt", "decrypt"]);

/** @param name what is sealed: something sealed under another name does not open */
export async function wrap(key: CryptoKey, bytes: BufferSource, name: string): Promise<Wrapped> {
  const iv = randomBytes(12);
  const additionalData = new TextEncoder().encode(name);
  return { iv, bytes: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, key, bytes) };
}

/** @throws DOMException OperationError when the key is another one or a bit has changed */
export function unwrap(key: CryptoKey, { iv, bytes }: Wrapped, name: string): Promise<ArrayBuffer> {
  const additionalData = new TextEncoder().encode(name);
  return crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, key, bytes);
}

/** Puts the data key behind a PIN. */
export async function lockWithPin(browserKey: CryptoKey, dataKey: BufferSource, pin: string): Promise<PinLock> {
  const salt = randomBytes(16);
  const inner = await wrap(await pinKey(pin, salt, ROUNDS), dataKey, "pin");
  const wrapped = await wrap(browserKey, inner.bytes, "pin");
  return { salt, rounds: ROUNDS, wrapped, inner: inner.iv, wrong: 0 };
}

/** @returns the data key; undefined when the PIN is wrong */
export async function openWithPin(browserKey: CryptoKey, lock: PinLock, pin: string): Promise<ArrayBuffer | undefined> {
  const bytes = await unwrap(browserKey, lock.wrapped, "pin");
  const key = await pinKey(pin, lock.salt, lock.rounds);
  return unwrap(key, { iv: lock.inner, bytes }, "pin").catch(() => undefined);
}

async function pinKey(pin: string, salt: BufferSource, iterations: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveKey"]);
  const algorithm = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  return crypto.subtle.deriveKey(algorithm, typed, AES, false, ["encrypt", "decrypt"]);
}

/** What the data key is used for: one key for sealed records, one for the message keys' store. */
export interface DerivedKeys {
  readonly seal: CryptoKey;
  readonly store: Uint8Array<ArrayBuffer>;
}

export async function deriveKeys(dataKey: BufferSource): Promise<DerivedKeys> {
  const root = await crypto.subtle.importKey("raw", dataKey, "HKDF", false, ["deriveKey", "deriveBits"]);
  const use = (info: string) => {
    return { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: new TextEncoder().encode(info) };
  };
  const [seal, store] = await Promise.all([
    crypto.subtle.deriveKey(use("tsunagi-sealed-v1"), root, AES, false, ["encrypt", "decrypt"]),
    crypto.subtle.deriveBits(use("tsunagi-crypto-store-v1"), root, 256),
  ]);
  return { seal, store: new Uint8Array(store) };
}
