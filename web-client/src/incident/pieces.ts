import { CHUNK_BYTES } from "@tsunagi/contracts/rest/incident";

const NONCE_BYTES = 12;

/** A key for one photo or video, as the hub takes it over (base64url, 32 bytes). */
export function newMediaKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

const keyOf = (text: string, use: KeyUsage): Promise<CryptoKey> => {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey("raw", bytes, "AES-GCM", false, [use]);
};

/** Binds a piece to its medium and its place: it opens nowhere else. */
const placeOf = (mediaId: string, seq: number): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`tsunagi-media:${mediaId}:${seq}`);

/** Nonce and ciphertext of one piece. */
export async function sealPiece(key: string, mediaId: string, seq: number, piece: Blob): Promise<Blob> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const options = { name: "AES-GCM", iv, additionalData: placeOf(mediaId, seq) };
  const body = await crypto.subtle.encrypt(options, await keyOf(key, "encrypt"), await piece.arrayBuffer());
  return new Blob([iv, body]);
}

/** Undoes `sealPiece`. Throws when the piece was changed or stands in another place. */
export async function openPiece(key: string, mediaId: string, seq: number, sealed: Blob): Promise<ArrayBuffer> {
  const bytes = new Uint8Array(await sealed.arrayBuffer());
  const options = { name: "AES-GCM", iv: bytes.subarray(0, NONCE_BYTES), additionalData: placeOf(mediaId, seq) };
  return crypto.subtle.decrypt(options, await keyOf(key, "decrypt"), bytes.subarray(NONCE_BYTES));
}

/** Cuts content to size, in order, with nothing left out. */
export function cut(whole: Blob): Blob[] {
  const pieces: Blob[] = [];
  for (let start = 0; start < whole.size; start += CHUNK_BYTES) pieces.push(whole.slice(start, start + CHUNK_BYTES));
  return pieces;
}
