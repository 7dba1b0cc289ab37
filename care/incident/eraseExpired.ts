import type { Unit } from "../kernel/unit.ts";
import { eraseMediaBefore } from "./store.ts";

/** Deletes key and pieces of every photo and video whose time is over. @returns how many */
export async function eraseExpired(unit: Unit): Promise<number> {
  const erased = await eraseMediaBefore(unit.tx, unit.now);
  for (const { id, incidentId } of erased)
    unit.audit({ action: "incident.eraseMedia", subjectId: incidentId, detail: { media: id } });
  return erased.length;
}
