import type { FacilityId, SavedSearchId, StaffId, VacancyReportId } from "@tsunagi/contracts/ids";
import { type FacilityFilters, facilityFilters } from "@tsunagi/contracts/rest/facilitySearch";
import type { SavedSearchView } from "@tsunagi/contracts/rest/savedSearches";
import type { Tx } from "../../kernel/store.ts";
import type { VacancyFacts, VacancyPlace } from "../search/document.ts";

/** Notices of one search that are shown. */
const NOTICES_SHOWN = 10;

const withNotices = {
  notices: {
    orderBy: { foundAt: "desc" as const },
    take: NOTICES_SHOWN,
    include: { service: { select: { organisation: { select: { name: true, municipality: true } } } } },
  },
  _count: { select: { notices: { where: { seenAt: null } } } },
};

export async function savedSearchesOf(tx: Tx, staffId: StaffId): Promise<SavedSearchView[]> {
  const rows = await tx.savedSearch.findMany({
    where: { staffId, endedAt: null },
    orderBy: { createdAt: "desc" },
    include: withNotices,
  });
  return rows.map((row) => ({
    id: row.id as SavedSearchId,
    filters: facilityFilters.parse(row.filters),
    createdAt: row.createdAt.toISOString(),
    unseen: row._count.notices,
    notices: row.notices.map(({ serviceId, foundAt, seenAt, service: { organisation } }) => ({
      facilityId: serviceId as FacilityId,
      name: organisation.name,
      municipality: organisation.municipality,
      foundAt: foundAt.toISOString(),
      seen: seenAt !== null,
    })),
  }));
}

export async function insertSearch(
  tx: Tx,
  search: { id: SavedSearchId; staffId: StaffId; filters: FacilityFilters; createdAt: Date },
): Promise<void> {
  await tx.savedSearch.create({ data: search });
}

/** @returns false when it is not theirs, or ended already */
export async function endSearch(tx: Tx, id: SavedSearchId, staffId: StaffId, at: Date): Promise<boolean> {
  const { count } = await tx.savedSearch.updateMany({ where: { id, staffId, endedAt: null }, data: { endedAt: at } });
  return count > 0;
}

export async function markSeen(tx: Tx, id: SavedSearchId, staffId: StaffId, at: Date): Promise<void> {
  await tx.savedSearchNotice.updateMany({
    where: { searchId: id, seenAt: null, search: { staffId } },
    data: { seenAt: at },
  });
}

export interface KeptSearch {
  readonly id: SavedSearchId;
  readonly filters: FacilityFilters;
  readonly createdAt: Date;
}

/** The searches of everybody who may still be told. */
export async function keptSearches(tx: Tx): Promise<KeptSearch[]> {
  const rows = await tx.savedSearch.findMany({ where: { endedAt: null, staff: { status: "active" } } });
  return rows.map(({ id, filters, createdAt }) => ({
    id: id as SavedSearchId,
    filters: facilityFilters.parse(filters),
    createdAt,
  }));
}

export interface ReportedVacancy extends VacancyFacts {
  readonly serviceId: FacilityId;
}

/** Reports of these facilities since a moment, each with the one before it; newest first within a facility. */
export async function reportsSince(tx: Tx, ids: readonly FacilityId[], since: Date): Promise<ReportedVacancy[]> {
  const rows = await tx.$queryRaw<
    { id: string; service_id: FacilityId; waiting: number | null; reported_at: Date; lines: VacancyPlace[] | null }[]
  >`
    select r.id, r.service_id, r.waiting, r.reported_at, l.lines
    from vacancy_report r
    left join lateral (
      select jsonb_agg(jsonb_build_object('roomType', room_type, 'sex', sex, 'count', count,
        'availableFrom', to_char(available_from, 'YYYY-MM-DD'))) as lines
      from vacancy_line where report_id = r.id) l on true
    where r.service_id = any(${[...ids]}::text[]) and r.reported_at >= coalesce(
      (select max(b.reported_at) from vacancy_report b where b.service_id = r.service_id and b.reported_at < ${since}),
      ${since})
    order by r.service_id, r.reported_at desc, r.id desc`;
  return rows.map(({ id, service_id: serviceId, waiting, reported_at: reportedAt, lines }) => ({
    serviceId,
    reportId: id,
    waiting,
    confirmedAt: reportedAt.toISOString(),
    lines: lines ?? [],
  }));
}

export interface Notice {
  readonly searchId: SavedSearchId;
  readonly reportId: VacancyReportId;
  readonly serviceId: FacilityId;
}

/** The same report is told once for a search, however often it is looked at. */
export async function insertNotices(tx: Tx, notices: readonly Notice[], foundAt: Date): Promise<void> {
  await tx.savedSearchNotice.createMany({
    data: notices.map((notice) => ({ ...notice, foundAt })),
    skipDuplicates: true,
  });
}
