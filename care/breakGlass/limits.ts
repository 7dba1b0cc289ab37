import { CareError } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { countGrants, countSearches, lockReader, noteSearch } from "./store.ts";

const HOUR_MS = 3_600_000;

/** @throws CareError emergencyLimit, which leaves its row */
export async function countSearch(unit: StaffUnit): Promise<void> {
  const { staffId } = unit.actor;
  const limit = unit.settings.emergencySearchesPerHour;
  await lockReader(unit.tx, staffId);
  const made = await countSearches(unit.tx, staffId, new Date(unit.now.getTime() - HOUR_MS));
  if (made >= limit) throw reached(limit, "emergency.find");
  await noteSearch(unit.tx, staffId, unit.now);
}

/** @throws CareError emergencyLimit, which leaves its row */
export async function requireGrantLeft(unit: StaffUnit): Promise<void> {
  const { staffId } = unit.actor;
  const limit = unit.settings.emergencyGrantsPerDay;
  await lockReader(unit.tx, staffId);
  const made = await countGrants(unit.tx, staffId, new Date(unit.now.getTime() - 24 * HOUR_MS));
  if (made >= limit) throw reached(limit, "emergency.breakGlass");
}

const reached = (limit: number, action: string): CareError =>
  new CareError("emergencyLimit", { limit: String(limit) }, { denied: { action } });
