import type { Job } from "../kernel/actor.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { hasEntry } from "./store.ts";

/** How long one row of the access log stands for a page that goes on being looked at. */
const WATCHED_MS = 15 * 60_000;

/**
 * The row of a page that asks again by itself: one when it is looked at first, one more every quarter of an hour. Who
 * watched when can be told from them, and thousands of rows that say the same do not bury it.
 */
export async function auditWatching(
  unit: StaffUnit,
  entry: { readonly action: string; readonly job: Job; readonly subjectId: string },
): Promise<void> {
  const { action, subjectId } = entry;
  const since = new Date(unit.now.getTime() - WATCHED_MS);
  const known = await hasEntry(unit.tx, { actorStaffId: unit.actor.staffId, action, subjectId, since });
  if (!known) unit.audit(entry);
}
