import { setTimeout as delay } from "node:timers/promises";

const POLL_MS = 25;
const LIMIT_MS = 30_000;

/** Waits for a condition; gives its first truthy value. Fails with what was waited for. */
export async function until<T>(
  what: string,
  condition: () => T | Promise<T>,
  limitMs = LIMIT_MS,
): Promise<NonNullable<Exclude<T, false | undefined | null>>> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const value = await condition();
    if (value) return value as NonNullable<Exclude<T, false | undefined | null>>;
    if (Date.now() > deadline) throw new Error(`waited ${limitMs} ms in vain: ${what}`);
    await delay(POLL_MS);
  }
}
