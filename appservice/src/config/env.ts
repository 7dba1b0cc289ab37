import fs from "node:fs";

/** A setting is missing or wrong: says which, and what it should be. Never shows a secret's value. */
export class SettingError extends Error {
  constructor(name: string, what: string) {
    super(`${name}: ${what}`);
    this.name = "SettingError";
  }
}

export type Env = Readonly<Record<string, string | undefined>>;

/** The setting's text; `NAME_FILE` names a file that holds it (container secrets). */
export function read(env: Env, name: string): string | undefined {
  const file = env[`${name}_FILE`];
  if (!file) return env[name] || undefined;
  try {
    return fs.readFileSync(file, "utf8").trim() || undefined;
  } catch {
    throw new SettingError(`${name}_FILE`, `cannot be read: ${file}`);
  }
}

export function required(env: Env, name: string): string {
  const value = read(env, name);
  if (value === undefined) throw new SettingError(name, "is not set");
  return value;
}

/** A whole number between `least` and `most`. */
export function integer(env: Env, name: string, fallback: number, [least, most]: readonly [number, number]): number {
  const text = read(env, name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new SettingError(name, `must be a whole number from ${least} to ${most}`);
  }
  return value;
}

/** An address of ours or of a server of ours, without a trailing slash. */
export function url(env: Env, name: string): string {
  const text = required(env, name);
  if (!/^https?:$/.test(URL.parse(text)?.protocol ?? "")) {
    throw new SettingError(name, "must be an address that begins with http:// or https://");
  }
  return text.replace(/\/+$/, "");
}

/** Scheme, host and port as browsers write them, with nothing behind. */
export function origin(env: Env, name: string): string {
  const parsed = new URL(url(env, name));
  if (`${parsed.origin}/` !== parsed.href) throw new SettingError(name, "must be an address without path or sign-in");
  return parsed.origin;
}

/** Words with commas between them; none when it is not set. */
export const words = (env: Env, name: string): string[] =>
  (read(env, name) ?? "")
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");

/** One word of a list. */
export function oneOf<const Word extends string>(env: Env, name: string, words: readonly [Word, ...Word[]]): Word {
  const text = read(env, name) ?? words[0];
  const found = words.find((word) => word === text);
  if (!found) throw new SettingError(name, `must be one of ${words.join(", ")}`);
  return found;
}
