/** Keys IndexedDB allows and the crypto library uses. */
export type IdbKey = string | number | Date | ArrayBuffer | ArrayBufferView | readonly IdbKey[];

/** One-to-one text form of an IndexedDB key, to be a SQLite primary key. */
export function keyText(key: IdbKey): string {
  if (typeof key === "string") return `s${JSON.stringify(key)}`;
  if (typeof key === "number") return `n${Object.is(key, -0) ? 0 : key}`;
  if (key instanceof Date) return `d${key.getTime()}`;
  if (key instanceof ArrayBuffer) return `b${Buffer.from(key).toString("base64")}`;
  if (ArrayBuffer.isView(key)) return `b${Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString("base64")}`;
  if (Array.isArray(key)) return `[${key.map(keyText).join(",")}]`;
  throw new Error("this IndexedDB key type is not supported");
}
