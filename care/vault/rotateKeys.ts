import type { Unit } from "../kernel/unit.ts";
import { keysWrappedByOthers, replaceWrapping } from "./store.ts";

/**
 * Wraps people's keys with the newest key-encryption key. Once it gives 0 the older key may leave the settings.
 * @returns how many were wrapped anew, at most `batch`
 */
export async function rotateKeys(unit: Unit, currentKek: string, batch: number): Promise<number> {
  const keys = await keysWrappedByOthers(unit.tx, currentKek, batch);
  for (const key of keys) {
    const rewrapped = unit.vault.rewrap(key);
    if (rewrapped) await replaceWrapping(unit.tx, rewrapped);
  }
  unit.audit({ action: "vault.rotateKeys", detail: { kek: currentKek, keys: keys.length } });
  return keys.length;
}
