import type { FacilityId, VacancyReportId } from "@tsunagi/contracts/ids";
import type { Unit } from "../../kernel/unit.ts";
import type { FacilityDocument } from "../search/document.ts";
import { hasPlaceFor } from "../search/matches.ts";
import { loadFacilities } from "../search/store.ts";
import {
  insertNotices,
  type KeptSearch,
  keptSearches,
  type Notice,
  type ReportedVacancy,
  reportsSince,
} from "./store.ts";

/** A report older than this when it is looked at makes no notice any more: whoever waits has other news by then. */
const NEWS_FOR_MS = 2 * 86_400_000;

/**
 * Tells the owners of kept searches of vacancies that fit and did not before. A report confirmed as it was is no news.
 * Doing it again changes nothing.
 * @param today `YYYY-MM-DD` where the facilities are
 */
export async function noticeVacancies(unit: Unit, ids: readonly FacilityId[], today: string): Promise<number> {
  const searches = await keptSearches(unit.tx);
  if (searches.length === 0) return 0;
  const since = new Date(unit.now.getTime() - NEWS_FOR_MS);
  const reports = await reportsSince(unit.tx, ids, since);
  if (reports.length === 0) return 0;
  const facilities = await loadFacilities(unit.tx, [...new Set(reports.map(({ serviceId }) => serviceId))]);
  const notices = facilities.flatMap((facility) =>
    newsOf(
      facility,
      reports.filter(({ serviceId }) => serviceId === facility.id),
      searches,
      today,
    ),
  );
  if (notices.length > 0) await insertNotices(unit.tx, notices, unit.now);
  return notices.length;
}

/** @param reports newest first; the last one is what was before */
function newsOf(
  facility: FacilityDocument,
  reports: readonly ReportedVacancy[],
  searches: readonly KeptSearch[],
  today: string,
): Notice[] {
  return reports.flatMap((report, i) => {
    const now = { ...facility, vacancy: report };
    const before = { ...facility, vacancy: reports[i + 1] ?? null };
    return searches
      .filter(({ createdAt }) => Date.parse(report.confirmedAt) > createdAt.getTime())
      .filter(({ filters }) => hasPlaceFor(now, filters, today) && !hasPlaceFor(before, filters, today))
      .map(({ id }) => ({ searchId: id, reportId: report.reportId as VacancyReportId, serviceId: facility.id }));
  });
}
