import type { FacilitySearch } from "@tsunagi/care/facilities/search/facilitySearch";
import { locateAddress } from "@tsunagi/care/facilities/search/locateAddress";
import { CareError } from "@tsunagi/care/kernel/errors";
import type { Care } from "@tsunagi/care/kernel/unit";
import { authorise } from "@tsunagi/care/permissions/authorise";
import { permissionsOf } from "@tsunagi/care/permissions/table";
import { api } from "@tsunagi/contracts/rest/api";
import { type PlainContext, plainRoute } from "../route.ts";

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
});

async function mustBeAllowed(care: Care, { signedIn, correlationId }: PlainContext): Promise<void> {
  if (!signedIn) throw new CareError("notSignedIn");
  const roles = signedIn.staff.memberships.map(({ role }) => role);
  if (permissionsOf(roles).includes("facility.search")) return;
  const caller = { staffId: signedIn.staff.id, channel: "web" as const, correlationId };
  await care.asStaff(caller, (unit) => authorise(unit, "facility.search"));
}
