import { facilityFilters } from "@tsunagi/contracts/rest/facilitySearch";
import { fromAddress, type Kept, privateParts, toAddress } from "./filtersAddress.ts";
import { STATE } from "./givenAlong.ts";

/** What the search begins with: the address, and what this tab knows besides. */
export function readAddress(): Kept {
  const { filters, sort } = fromAddress(location.hash);
  const state = (history.state as Record<string, unknown> | null)?.[STATE];
  const known = facilityFilters.safeParse({ ...filters, ...(state as object | undefined) });
  return { filters: known.success ? known.data : filters, sort };
}

/** The next reload, and the way back, find the search as it was left. */
export function keepInAddress(kept: Kept): void {
  const state = { ...(history.state as object | null), [STATE]: privateParts(kept.filters) };
  history.replaceState(state, "", `#${toAddress(kept)}`);
}
