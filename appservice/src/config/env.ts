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
    return fs.readFileSync(file, "utf8").trim();
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

export function url(env: Env, name: string, fallback?: string): string {
  const text = read(env, name) ?? fallback;
  if (text === undefined) throw new SettingError(name, "is not set");
  if (!URL.canParse(text)) throw new SettingError(name, "must be a URL");
  return text.replace(/\/+$/, "");
}
