import type { FacilitySearch } from "@tsunagi/care/facilities/search/facilitySearch";
import { EngineAway } from "../search/errors.ts";
import { type Deliverers, NotYet } from "./outbox.ts";

/** What the search learns of facilities: their facts as they are when the message goes, however late it is. */
export function facilityDeliverers(search: FacilitySearch): Pick<Deliverers, "facility.index"> {
  return {
    "facility.index": async ({ payload: { ids } }) => {
      try {
        await search.update(ids);
      } catch (error) {
        if (error instanceof EngineAway) throw new NotYet(error.message);
        throw error;
      }
      return null;
    },
  };
}
