import type { FacilityId } from "@tsunagi/contracts/ids";
import { newOccasion } from "../../kernel/ids.ts";
import type { Unit } from "../../kernel/unit.ts";

/** Facilities one message names at most: an import of many rows makes few messages, and each stays small. */
export const FACILITIES_A_MESSAGE = 500;

/**
 * Tells the search that facts of these facilities change in this act: profile, needs, vacancy, address. What they are
 * is read after the commit, so that the newest always wins (R18).
 */
export async function facilityChanged(unit: Pick<Unit, "send">, ids: readonly FacilityId[]): Promise<void> {
  const all = [...new Set(ids)];
  const occasion = newOccasion();
  for (let from = 0; from < all.length; from += FACILITIES_A_MESSAGE) {
    const some = all.slice(from, from + FACILITIES_A_MESSAGE);
    await unit.send({
      kind: "facility.index",
      payload: { ids: some },
      lane: laneOf(some),
      key: `facility.index:${occasion}:${from}`,
    });
  }
}

/** One facility has its own lane, so that a vacancy is not kept waiting by an import. */
const laneOf = ([first, ...rest]: readonly FacilityId[]): string =>
  first && rest.length === 0 ? `facility:${first}` : "facilities";
