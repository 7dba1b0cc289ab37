import type { FacilityId } from "@tsunagi/contracts/ids";
import type { VacancyInput, VacancyView } from "@tsunagi/contracts/rest/facilities";
import type { Job } from "../../kernel/actor.ts";
import { CareError, found } from "../../kernel/errors.ts";
import type { StaffUnit } from "../../kernel/unit.ts";
import { authorise } from "../../permissions/authorise.ts";
import { lockFacility } from "../store.ts";
import { appendVacancy } from "./append.ts";
import { placesIn } from "./rules.ts";
import { newestVacancy } from "./store.ts";

/** A facility says what is free, by room type and sex, from when (R18). */
export async function reportVacancy(
  unit: StaffUnit,
  { facilityId, vacancy }: { facilityId: FacilityId; vacancy: VacancyInput },
): Promise<VacancyView> {
  const job = await lockOwn(unit, facilityId);
  const report = await appendVacancy(unit, facilityId, "reported", vacancy);
  return audited(unit, job, facilityId, report);
}

/**
 * 変わりなし: what was said before is still so. It is a report of its own, with the old numbers and a new time.
 * @throws CareError neverReported
 */
export async function confirmVacancy(
  unit: StaffUnit,
  { facilityId }: { facilityId: FacilityId },
): Promise<VacancyView> {
  const job = await lockOwn(unit, facilityId);
  const newest = await newestVacancy(unit.tx, facilityId);
  if (!newest) throw new CareError("neverReported");
  const { waiting, note } = newest;
  const report = await appendVacancy(unit, facilityId, "unchanged", { lines: [...newest.lines], waiting, note });
  return audited(unit, job, facilityId, report);
}

async function lockOwn(unit: StaffUnit, facilityId: FacilityId): Promise<Job> {
  const organisationId = found(await lockFacility(unit.tx, facilityId));
  return authorise(unit, "vacancy.report", { organisationIds: [organisationId] });
}

function audited(unit: StaffUnit, job: Job, subjectId: FacilityId, report: VacancyView): VacancyView {
  const detail = { report: report.id, cause: report.cause, places: placesIn(report.lines) };
  unit.audit({ action: "vacancy.report", job, subjectId, detail });
  return report;
}
