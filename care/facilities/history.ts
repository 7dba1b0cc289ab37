import type { FacilityId } from "@tsunagi/contracts/ids";
import type { FacilityHistory } from "@tsunagi/contracts/rest/facilities";
import { findEntries, namesOf } from "../audit/store.ts";
import { CareError, found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { mayI } from "../permissions/authorise.ts";
import { namesOfStaff } from "../staff/names.ts";
import { loadFacility } from "./store.ts";
import { viewVacancy } from "./vacancy/append.ts";
import { vacancyReports } from "./vacancy/store.ts";

/** Acts on a facility that its people see in its history. */
const CHANGES: readonly string[] = ["facility.edit", "facility.photoAdd", "facility.photoRemove"];

/** What a facility's people reported and changed, newest first, for themselves. */
export async function facilityHistory(
  unit: StaffUnit,
  { facilityId, limit }: { facilityId: FacilityId; limit: number },
): Promise<FacilityHistory> {
  const { organisationId } = found(await loadFacility(unit.tx, facilityId));
  const job = unit.actor.jobs.find((own) => own.organisationId === organisationId);
  if (!job && !(await mayI(unit, "facility.edit"))) {
    throw new CareError("forbidden", {}, { denied: { action: "facility.history", subjectId: facilityId } });
  }
  const reports = await vacancyReports(unit.tx, facilityId, { limit });
  const entries = await findEntries(unit.tx, { subjectId: facilityId, actions: CHANGES, limit });
  const reporters = await namesOfStaff(
    unit.tx,
    reports.flatMap(({ reportedById }) => reportedById ?? []),
  );
  const { staff } = await namesOf(unit.tx, entries);
  unit.audit({ action: "facility.history", ...(job ? { job } : {}), subjectId: facilityId });
  return {
    vacancies: reports.map((row) => ({
      ...viewVacancy(unit, row),
      by: (row.reportedById && reporters.get(row.reportedById)) || "",
    })),
    changes: entries.slice(0, limit).map((entry) => ({
      at: entry.at.toISOString(),
      by: (entry.actorStaffId && staff.get(entry.actorStaffId)) || "",
      action: entry.action,
      fields: fieldsOf(entry.detail),
    })),
  };
}

function fieldsOf(detail: string): string[] {
  const { fields } = JSON.parse(detail) as { fields?: unknown };
  return Array.isArray(fields) ? fields.map(String) : [];
}
