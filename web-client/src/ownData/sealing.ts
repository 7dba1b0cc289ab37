import { z } from "zod";

/** A key that all of a person's approved devices have, and no server. */
export const ringKey = z.object({
  /** Follows from the key: nobody can pass off another key under a known name. */
  kid: z.string().min(1),
  /** 256 bits, base64. */
  key: z.string().min(1),
  /** Milliseconds since the epoch. */
  madeAt: z.number(),
});
export type RingKey = z.infer<typeof ringKey>;

/** What a server keeps of one's own data: nothing that can be read, in steps of a kilobyte. */
export const sealed = z.object({ v: z.literal(1), kid: z.string(), iv: z.string(), data: z.string() });
export type Sealed = z.infer<typeof sealed>;

const STEP = 1024;
const IV_BYTES = 12;

export async function newKey(madeAt: number): Promise<RingKey> {
  const key = toBase64(crypto.getRandomValues(new Uint8Array(32)));
  return { kid: await kidOf(key), key, madeAt };
}

/** The name of a key. */
export async function kidOf(key: string): Promise<string> {
  const text = new TextEncoder().encode(`tsunagi-own-data ${key}`);
  return toBase64(new Uint8Array(await crypto.subtle.digest("SHA-256", text))).slice(0, 16);
}

/**
 * Encrypts a value (AES-256-GCM). Its length shows only in steps.
 * @param purpose bound to it: what was sealed for one purpose does not open for another
 */
export async function seal(key: RingKey, purpose: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const text = new TextEncoder().encode(JSON.stringify(value));
  const padded = new Uint8Array(Math.ceil(text.length / STEP) * STEP).fill(32); // JSON ignores spaces behind it
  padded.set(text);
  const data = await crypto.subtle.encrypt(algorithm(iv, purpose), await imported(key), padded);
  return { v: 1, kid: key.kid, iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

/** @throws when it was sealed with another key or for another purpose, or was changed */
export async function open(key: RingKey, purpose: string, { iv, data }: Sealed): Promise<unknown> {
  const plain = await crypto.subtle.decrypt(algorithm(fromBase64(iv), purpose), await imported(key), fromBase64(data));
  return JSON.parse(new TextDecoder().decode(plain));
}

const algorithm = (iv: Uint8Array<ArrayBuffer>, purpose: string) => ({
  name: "AES-GCM",
  iv,
  additionalData: new TextEncoder().encode(purpose),
});

const imported = ({ key }: RingKey): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", fromBase64(key), "AES-GCM", false, ["encrypt", "decrypt"]);

function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
