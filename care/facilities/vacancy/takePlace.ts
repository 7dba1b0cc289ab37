import type { FacilityId } from "@tsunagi/contracts/ids";
import type { VacancyView } from "@tsunagi/contracts/rest/facilities";
import { CareError, found } from "../../kernel/errors.ts";
import type { Unit } from "../../kernel/unit.ts";
import { lockFacility } from "../store.ts";
import { appendVacancy } from "./append.ts";
import { placesIn, type WantedPlace, withoutOne } from "./rules.ts";
import { newestVacancy } from "./store.ts";

/**
 * Takes one place of a facility inside the caller's own transaction and appends the report that says so: of two who
 * ask for the last bed the second waits for the first and is then refused. The caller has asked for the right to do
 * it, and locks nothing of this facility before.
 * @returns what is left; null when the facility has never reported a vacancy, so that there is no number to hold it to
 * @throws CareError notFound; noPlaceLeft when none fits the person
 */
export async function takePlace(unit: Unit, id: FacilityId, wanted: WantedPlace): Promise<VacancyView | null> {
  found(await lockFacility(unit.tx, id));
  const newest = await newestVacancy(unit.tx, id);
  if (!newest) return null;
  const lines = withoutOne(newest.lines, wanted);
  if (!lines) throw new CareError("noPlaceLeft");
  const left = await appendVacancy(unit, id, "agreed", { lines, waiting: newest.waiting, note: newest.note });
  unit.audit({ action: "vacancy.take", subjectId: id, detail: { report: left.id, left: placesIn(lines) } });
  return left;
}
