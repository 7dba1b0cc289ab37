import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM. Output: format byte, 12-byte random nonce, 16-byte tag, ciphertext.
 * @param key 32 bytes
 * @param purpose bound to the ciphertext as additional data: it opens only where it was put
 */
export function seal(key: Buffer, plain: Uint8Array, purpose: string): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(purpose, "utf8"));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Uint8Array.from(Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), body]));
}

/** Undoes `seal`. Throws when the bytes were changed, the key is another or the purpose differs. */
export function open(key: Buffer, sealed: Uint8Array, purpose: string): Buffer {
  if (sealed[0] !== FORMAT) throw new Error(`unknown sealing format ${sealed[0]}`);
  const iv = sealed.subarray(1, 1 + IV_BYTES);
  const tag = sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(purpose, "utf8"));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(1 + IV_BYTES + TAG_BYTES)), decipher.final()]);
}

export const sealJson = (key: Buffer, value: unknown, purpose: string): Uint8Array<ArrayBuffer> =>
  seal(key, Buffer.from(JSON.stringify(value), "utf8"), purpose);

/** The caller knows what it sealed; the type is its word. */
export const openJson = <T>(key: Buffer, sealed: Uint8Array, purpose: string): T =>
  JSON.parse(open(key, sealed, purpose).toString("utf8")) as T;

/** What stands in front of everything sealed with a key-encryption key: the length of its name, and the name. */
export function keyMark(kek: string): Uint8Array<ArrayBuffer> {
  const name = Buffer.from(kek, "utf8");
  return Uint8Array.from([name.length, ...name]);
}
