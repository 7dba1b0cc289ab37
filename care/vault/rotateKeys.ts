import { keyPurpose } from "../incident/sealing.ts";
import { keysSealedByOthers, replaceKey } from "../incident/store.ts";
import type { Unit } from "../kernel/unit.ts";
import { resealNotices } from "../notices/devices/rotate.ts";
import { OUTBOX_PURPOSE } from "../outbox/append.ts";
import { replaceSealed, unsentSealedByOthers } from "../outbox/store.ts";
import { keysWrappedByOthers, replaceWrapping } from "./store.ts";

/**
 * Wraps people's keys, and messages that have not gone yet, with the newest key-encryption key. Once it gives 0 the
 * older key may leave the settings, when kept answers to repeated requests have run out as well
 * (TSUNAGI_KEEP_DONE_DAYS).
 * @returns how many were wrapped anew, at most `batch` of each
 */
export async function rotateKeys(unit: Unit, currentKek: string, batch: number): Promise<number> {
  const keys = await keysWrappedByOthers(unit.tx, currentKek, batch);
  for (const key of keys) {
    const rewrapped = unit.vault.rewrap(key);
    if (rewrapped) await replaceWrapping(unit.tx, rewrapped);
  }
  const messages = await unsentSealedByOthers(unit.tx, currentKek, batch);
  for (const { id, sealed } of messages) {
    const resealed = unit.vault.resealSystem(sealed, OUTBOX_PURPOSE);
    if (resealed) await replaceSealed(unit.tx, id, resealed);
  }
  const transports = await keysSealedByOthers(unit.tx, currentKek, batch);
  for (const { id, sealedKey } of transports) {
    const resealed = unit.vault.resealSystem(sealedKey, keyPurpose(id));
    if (resealed) await replaceKey(unit.tx, id, resealed);
  }
  const resealed = await resealNotices(unit, currentKek, batch);
  unit.audit({
    action: "vault.rotateKeys",
    detail: { kek: currentKek, keys: keys.length, messages: messages.length },
  });
  return keys.length + messages.length + transports.length + resealed;
}
