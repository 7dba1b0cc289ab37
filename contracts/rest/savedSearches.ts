import { z } from "zod";
import { facilityId, savedSearchId } from "../ids.ts";
import { done, endpoint } from "./endpoint.ts";
import { facilityFilters } from "./facilitySearch.ts";

/** Searches one person keeps at most. */
export const MOST_SAVED = 20;

export const savedSearch = z
  .object({
    id: savedSearchId,
    filters: facilityFilters,
    createdAt: z.iso.datetime(),
    unseen: z.number().int(),
    notices: z.array(
      z.object({
        facilityId,
        name: z.string(),
        municipality: z.string(),
        foundAt: z.iso.datetime(),
        seen: z.boolean(),
      }),
    ),
  })
  .meta({ id: "SavedSearch" });
export type SavedSearchView = z.infer<typeof savedSearch>;

const params = z.object({ searchId: savedSearchId });

export const listSavedSearches = endpoint({
  method: "GET",
  path: "/saved-searches",
  tag: "facilities",
  summary: "One's own kept searches with the new vacancies that fit them, newest first",
  requires: "facility.search",
  response: z.object({ searches: z.array(savedSearch) }),
});

export const saveSearch = endpoint({
  method: "POST",
  path: "/saved-searches",
  tag: "facilities",
  summary: "Keep a search: filters only; words are left out, a place is kept to about a kilometre",
  requires: "facility.search",
  body: z.object({ filters: facilityFilters }),
  response: savedSearch,
  problems: ["tooManySearches"],
});

export const seeSavedSearch = endpoint({
  method: "POST",
  path: "/saved-searches/{searchId}/see",
  tag: "facilities",
  summary: "The new vacancies of a kept search have been seen",
  requires: "facility.search",
  params,
  response: done,
});

export const endSavedSearch = endpoint({
  method: "POST",
  path: "/saved-searches/{searchId}/end",
  tag: "facilities",
  summary: "取消: no more notices for this search",
  requires: "facility.search",
  params,
  response: done,
});
