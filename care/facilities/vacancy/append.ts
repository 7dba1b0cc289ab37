import type { VacancyCause } from "@tsunagi/contracts/codes/facilities";
import type { FacilityId } from "@tsunagi/contracts/ids";
import type { VacancyInput, VacancyView } from "@tsunagi/contracts/rest/facilities";
import { newId } from "../../kernel/ids.ts";
import type { Unit } from "../../kernel/unit.ts";
import { facilityChanged } from "../search/facilityChanged.ts";
import { isStale } from "./rules.ts";
import { insertVacancy, newestVacancy, type VacancyRow } from "./store.ts";

/**
 * Appends a report under the facility's lock. Whoever got the lock last is the newest, whatever the clocks said when
 * the acts began: two reporters at once both stand in the history, the second one counts.
 */
export async function appendVacancy(
  unit: Unit,
  serviceId: FacilityId,
  cause: VacancyCause,
  said: VacancyInput,
): Promise<VacancyView> {
  const before = await newestVacancy(unit.tx, serviceId);
  const earliest = before ? before.reportedAt.getTime() + 1 : 0;
  const row: VacancyRow = {
    id: newId("vac"),
    serviceId,
    cause,
    lines: said.lines,
    waiting: said.waiting,
    note: said.note,
    reportedById: unit.actor.kind === "staff" ? unit.actor.staffId : null,
    reportedAt: new Date(Math.max(unit.now.getTime(), earliest)),
  };
  await insertVacancy(unit.tx, row);
  await facilityChanged(unit, [serviceId]);
  return viewVacancy(unit, row);
}

export const viewVacancy = (
  { now, settings }: Pick<Unit, "now" | "settings">,
  { id, cause, lines, waiting, note, reportedAt }: VacancyRow,
): VacancyView => ({
  id,
  cause,
  lines: [...lines],
  waiting,
  note,
  reportedAt: reportedAt.toISOString(),
  stale: isStale(reportedAt, now, settings.vacancyStaleHours),
});
