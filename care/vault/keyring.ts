const KEY_BYTES = 32;

/** Key-encryption keys by name; the first is used for new data, the others only open old data. */
export interface Keyring {
  readonly current: { readonly name: string; readonly key: Buffer };
  key(name: string): Buffer;
}

/**
 * @param text `name:base64,name:base64`, newest first; each key 32 bytes
 * @throws Error that names the setting, never a key
 */
export function parseKeyring(text: string): Keyring {
  const entries = text
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .map(parseEntry);
  const [first] = entries;
  if (!first) throw new Error("TSUNAGI_KEYRING is empty: give name:base64 with a key of 32 bytes");
  const keys = new Map(entries.map(({ name, key }) => [name, key]));
  if (keys.size !== entries.length) throw new Error("TSUNAGI_KEYRING has the same key name twice");
  return {
    current: first,
    key: (name) => {
      const key = keys.get(name);
      if (!key) throw new Error(`TSUNAGI_KEYRING lacks the key "${name}", which stored data still needs`);
      return key;
    },
  };
}

function parseEntry(entry: string): { name: string; key: Buffer } {
  const [name = "", encoded = ""] = entry.split(":");
  if (!/^[\w.-]{1,64}$/.test(name))
    throw new Error("TSUNAGI_KEYRING: name every key with 1 to 64 of a-z A-Z 0-9 _ . -");
  return { name, key: parseKey(encoded, `TSUNAGI_KEYRING key "${name}"`) };
}

/** @throws Error that names the setting when it is not 32 bytes of base64 */
export function parseKey(base64: string, setting: string): Buffer {
  const key = Buffer.from(base64, "base64");
  if (key.length !== KEY_BYTES) throw new Error(`${setting} must be ${KEY_BYTES} bytes in base64`);
  return key;
}
