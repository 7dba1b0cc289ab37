import type { PersonId } from "@tsunagi/contracts/ids";
import type { FacilityFilters, FacilitySearchResult } from "@tsunagi/contracts/rest/facilitySearch";
import type { StaffUnit } from "../../kernel/unit.ts";
import { readPerson } from "../../people/readPerson.ts";
import { authorise } from "../../permissions/authorise.ts";
import type { SearchInput } from "./facilitySearch.ts";
import { readWords } from "./readWords.ts";

/** The part of the search a use case needs. */
export type FindFacilities = (input: SearchInput) => Promise<FacilitySearchResult>;

export interface FoundForPerson {
  readonly filters: FacilityFilters;
  readonly result: FacilitySearchResult;
}

const SHOWN = 5;

/**
 * Facilities for somebody: near where they live and for their care level, unless the words say otherwise. Facilities
 * that have not answered are shown too, after those that have. The person's data is read, which leaves its row; the
 * search itself learns nothing of who it is for.
 */
export async function findForPerson(
  unit: StaffUnit,
  find: FindFacilities,
  input: { personId: PersonId; words: string; needs: readonly FacilityFilters["needs"][number]["need"][] },
): Promise<FoundForPerson> {
  await authorise(unit, "facility.search");
  const { municipality, careLevel } = await readPerson(unit, { personId: input.personId });
  const needs = input.needs.map((need) => ({ need, least: "consult" as const }));
  const said = readWords(input.words, { needs, careLevel, includeUnknown: true });
  const placed = said.municipalities.length + said.areas.length > 0;
  const filters = placed ? said : { ...said, municipalities: [municipality], neighbours: true };
  return { filters, result: await find({ filters, sort: "fit", limit: SHOWN, offset: 0 }) };
}
