import { endSavedSearch, saveSearch, seeSavedSearch } from "@tsunagi/care/facilities/savedSearches/savedSearches";
import { savedSearchesOf } from "@tsunagi/care/facilities/savedSearches/store";
import type { FacilitySearch } from "@tsunagi/care/facilities/search/facilitySearch";
import { locateAddress } from "@tsunagi/care/facilities/search/locateAddress";
import type { Care } from "@tsunagi/care/kernel/unit";
import { authorise } from "@tsunagi/care/permissions/authorise";
import { permissionsOf } from "@tsunagi/care/permissions/table";
import type { StaffId } from "@tsunagi/contracts/ids";
import { api } from "@tsunagi/contracts/rest/api";
import { careRoute, type PlainContext, plainRoute } from "../route.ts";
import { callerOf, present } from "./session.ts";

export interface FacilitySearchRoutes {
  readonly care: Care;
  readonly search: FacilitySearch;
}

/**
 * Searching touches no person and writes nothing: no transaction, no audit row. Whoever may not search is refused by
 * the same rule as everywhere, which leaves its row.
 */
export const facilitySearchRoutes = ({ care, search }: FacilitySearchRoutes) => ({
  searchFacilities: plainRoute(api.searchFacilities, async (context, { body }) => {
    await mustBeAllowed(care, context);
    return search.search(body);
  }),
  locateAddress: plainRoute(api.locateAddress, async (context, { body }) => {
    await mustBeAllowed(care, context);
    return { place: await care.bookkeeping((tx) => locateAddress(tx, body.address)) };
  }),
  listSavedSearches: plainRoute(api.listSavedSearches, async (context) => {
    const staffId = await mustBeAllowed(care, context);
    return { searches: await care.bookkeeping((tx) => savedSearchesOf(tx, staffId)) };
  }),
  saveSearch: careRoute(api.saveSearch, (unit, { body }) => saveSearch(unit, body)),
  seeSavedSearch: careRoute(api.seeSavedSearch, async (unit, { params }) => {
    await seeSavedSearch(unit, params);
    return { done: true as const };
  }),
  endSavedSearch: careRoute(api.endSavedSearch, async (unit, { params }) => {
    await endSavedSearch(unit, params);
    return { done: true as const };
  }),
});

async function mustBeAllowed(care: Care, context: PlainContext): Promise<StaffId> {
  const { staff } = present(context.signedIn);
  const roles = staff.memberships.map(({ role }) => role);
  if (permissionsOf(roles).includes("facility.search")) return staff.id;
  await care.asStaff(callerOf(context), (unit) => authorise(unit, "facility.search"));
  return staff.id;
}
