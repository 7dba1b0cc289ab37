import { noticeVacancies } from "@tsunagi/care/facilities/savedSearches/noticeVacancies";
import { EngineAway } from "@tsunagi/care/facilities/search/engineAway";
import type { FacilitySearch } from "@tsunagi/care/facilities/search/facilitySearch";
import type { Care, Unit } from "@tsunagi/care/kernel/unit";
import { type Deliverers, NotYet } from "./outbox.ts";

/**
 * What the search learns of facilities: their facts as they are when the message goes, however late it is. Then whoever
 * keeps a search that fits is told: a crash in between repeats both.
 */
export function facilityDeliverers(care: Care, search: FacilitySearch): Pick<Deliverers, "facility.index"> {
  return {
    "facility.index": async ({ payload: { ids } }) => {
      try {
        await search.update(ids);
      } catch (error) {
        if (error instanceof EngineAway) throw new NotYet(error.message);
        throw error;
      }
      const notice = (unit: Unit) => noticeVacancies(unit, ids, search.moment().today);
      await care.asSystem("facility.index", notice, { audited: false });
      return null;
    },
  };
}
