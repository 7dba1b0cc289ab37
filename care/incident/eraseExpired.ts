import type { Unit } from "../kernel/unit.ts";
import { eraseMediaBefore } from "./store.ts";
import { eraseSummariesBefore } from "./summary/store.ts";

/** Deletes key and pieces of every photo and video, and every summary, whose time is over. @returns how many */
export async function eraseExpired(unit: Unit): Promise<number> {
  const erased = await eraseMediaBefore(unit.tx, unit.now);
  for (const { id, incidentId } of erased)
    unit.audit({ action: "incident.eraseMedia", subjectId: incidentId, detail: { media: id } });
  const summaries = await eraseSummariesBefore(unit.tx, unit.now);
  for (const subjectId of summaries) unit.audit({ action: "incident.eraseSummary", subjectId });
  return erased.length + summaries.length;
}
