import { embeddedEngine } from "@tsunagi/care/facilities/search/embedded/embeddedEngine";
import type { FacilityEngine } from "@tsunagi/care/facilities/search/engine";
import { FacilitySearch } from "@tsunagi/care/facilities/search/facilitySearch";
import { allFacilities, loadFacilities } from "@tsunagi/care/facilities/search/store";
import type { Care } from "@tsunagi/care/kernel/unit";
import type { Config } from "../config/config.ts";
import { errorFields, type Log } from "../log/log.ts";
import { meilisearchEngine } from "./meilisearchEngine.ts";

const RETRY_MS = 5_000;

/**
 * The facility search of this hub. It fills itself while the hub starts; until then a search is answered with a
 * sentence. An engine that is away is tried again and keeps nothing else from working.
 */
export function openSearch(care: Care, { search, care: { vacancyStaleHours } }: Config, log: Log): FacilitySearch {
  const facts = {
    load: (ids: Parameters<typeof loadFacilities>[1]) => care.bookkeeping((tx) => loadFacilities(tx, ids)),
    all: async function* () {
      yield* await care.bookkeeping(async (tx) => allFacilities(tx));
    },
  };
  const settings = { staleAfterHours: vacancyStaleHours, timeZone: search.timeZone };
  const opened = new FacilitySearch(engineOf(search), facts, settings);
  const fill = (): void => {
    const began = Date.now();
    opened.open().then(
      () => log.info({ engine: opened.engineName, ms: Date.now() - began }, "the facility search is ready"),
      (error: unknown) => {
        log.warn(errorFields(error), "the facility search could not be filled; trying again");
        setTimeout(fill, RETRY_MS).unref();
      },
    );
  };
  fill();
  return opened;
}

function engineOf({ meiliUrl, meiliKey }: Config["search"]): FacilityEngine {
  return meiliUrl ? meilisearchEngine({ url: meiliUrl, key: meiliKey }) : embeddedEngine();
}
