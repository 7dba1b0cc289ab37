import type { SavedSearchId } from "@tsunagi/contracts/ids";
import type { FacilityFilters } from "@tsunagi/contracts/rest/facilitySearch";
import { MOST_SAVED, type SavedSearchView } from "@tsunagi/contracts/rest/savedSearches";
import { CareError, found } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import type { StaffUnit } from "../../kernel/unit.ts";
import { authorise } from "../../permissions/authorise.ts";
import { endSearch, insertSearch, markSeen, savedSearchesOf } from "./store.ts";

/**
 * Keeps a search for its owner, who is told of every new vacancy that fits. It belongs to the person who searches, not
 * to a room: what one looks for says something of those one cares for.
 * @throws CareError tooManySearches
 */
export async function saveSearch(unit: StaffUnit, input: { filters: FacilityFilters }): Promise<SavedSearchView> {
  const job = await authorise(unit, "facility.search");
  const { tx, now, actor } = unit;
  const kept = await savedSearchesOf(tx, actor.staffId);
  if (kept.length >= MOST_SAVED) throw new CareError("tooManySearches", { limit: String(MOST_SAVED) });
  const id = newId("sav");
  await insertSearch(tx, { id, staffId: actor.staffId, filters: withoutTraces(input.filters), createdAt: now });
  unit.audit({ action: "savedSearch.save", job, subjectId: id });
  return found((await savedSearchesOf(tx, actor.staffId)).find((search) => search.id === id));
}

/** Words may be a name, a place may be a home: the words are not kept, the place to about a kilometre. */
function withoutTraces({ near, ...filters }: FacilityFilters): FacilityFilters {
  const coarse = (degrees: number): number => Math.round(degrees * 100) / 100;
  const place = near && { ...near, latitude: coarse(near.latitude), longitude: coarse(near.longitude) };
  return { ...filters, text: "", near: place };
}

/** 取消: its notices stay, no more come. */
export async function endSavedSearch(unit: StaffUnit, { searchId }: { searchId: SavedSearchId }): Promise<void> {
  const job = await authorise(unit, "facility.search");
  if (!(await endSearch(unit.tx, searchId, unit.actor.staffId, unit.now))) throw new CareError("notFound");
  unit.audit({ action: "savedSearch.end", job, subjectId: searchId });
}

export async function seeSavedSearch(unit: StaffUnit, { searchId }: { searchId: SavedSearchId }): Promise<void> {
  const job = await authorise(unit, "facility.search");
  await markSeen(unit.tx, searchId, unit.actor.staffId, unit.now);
  unit.audit({ action: "savedSearch.see", job, subjectId: searchId });
}
