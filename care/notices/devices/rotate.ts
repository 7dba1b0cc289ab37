import type { PushSubscriptionId } from "@tsunagi/contracts/ids";
import type { Unit } from "../../kernel/unit.ts";
import { replaceSealing, sealedByOthers } from "./store.ts";
import { addressPurpose } from "./subscribe.ts";
import { secretPurpose } from "./vapid.ts";

/** Seals addresses of devices and the hub's own keys with the newest key. @returns how many */
export async function resealNotices(unit: Unit, kek: string, batch: number): Promise<number> {
  const kept = await sealedByOthers(unit.tx, kek, batch);
  for (const { what, id, sealed } of kept) {
    const purpose = what === "secret" ? secretPurpose(id) : addressPurpose(id as PushSubscriptionId);
    const resealed = unit.vault.resealSystem(sealed, purpose);
    if (resealed) await replaceSealing(unit.tx, what, id, resealed);
  }
  return kept.length;
}
