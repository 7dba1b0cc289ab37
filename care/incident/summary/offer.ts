import type { IncidentId } from "@tsunagi/contracts/ids";
import type { IncidentSummaryOffer } from "@tsunagi/contracts/rest/incident";
import type { Unit } from "../../kernel/unit.ts";
import { loadSummary } from "./store.ts";

/** Whether there is a summary to be read now. */
export async function summaryOffer(unit: Unit, incidentId: IncidentId): Promise<IncidentSummaryOffer> {
  const row = await loadSummary(unit.tx, incidentId);
  if (!row?.sealed || row.expiresAt <= unit.now) return null;
  return { incidentId, until: row.expiresAt.toISOString() };
}
