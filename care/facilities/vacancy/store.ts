import type { RoomType, VacancyCause, VacancySex } from "@tsunagi/contracts/codes/facilities";
import type { ServiceSystem } from "@tsunagi/contracts/codes/organisationKinds";
import type { FacilityId, HubRoomId, StaffId, VacancyReportId } from "@tsunagi/contracts/ids";
import type { VacancyLine } from "@tsunagi/contracts/rest/facilities";
import type { Tx } from "../../kernel/store.ts";

/** What a facility said of its vacancies at one moment. */
export interface VacancyRow {
  readonly id: VacancyReportId;
  readonly serviceId: FacilityId;
  readonly cause: VacancyCause;
  readonly lines: readonly VacancyLine[];
  readonly waiting: number | null;
  readonly note: string;
  readonly reportedById: StaffId | null;
  readonly reportedAt: Date;
}

const withLines = { lines: { orderBy: [{ roomType: "asc" as const }, { sex: "asc" as const }] } };
const newestFirst = [{ reportedAt: "desc" as const }, { id: "desc" as const }];

type Columns = NonNullable<Awaited<ReturnType<typeof findNewest>>>;
const findNewest = (tx: Tx, serviceId: string) =>
  tx.vacancyReport.findFirst({ where: { serviceId }, orderBy: newestFirst, include: withLines });

const toRow = (row: Columns): VacancyRow => ({
  id: row.id as VacancyReportId,
  serviceId: row.serviceId as FacilityId,
  cause: row.cause as VacancyCause,
  waiting: row.waiting,
  note: row.note,
  reportedById: row.reportedById as StaffId | null,
  reportedAt: row.reportedAt,
  lines: row.lines.map(({ roomType, sex, count, availableFrom }) => ({
    roomType: roomType as RoomType,
    sex: sex as VacancySex,
    count,
    availableFrom: availableFrom?.toISOString().slice(0, 10) ?? null,
  })),
});

export async function newestVacancy(tx: Tx, id: FacilityId): Promise<VacancyRow | null> {
  const row = await findNewest(tx, id);
  return row && toRow(row);
}

/** The newest report of each facility that has one. */
export async function newestVacancies(tx: Tx, ids: readonly FacilityId[]): Promise<Map<FacilityId, VacancyRow>> {
  const newest = await tx.$queryRaw<{ id: string }[]>`
    select distinct on (service_id) id from vacancy_report
    where service_id = any(${[...ids]}::text[]) order by service_id, reported_at desc, id desc`;
  const rows = await tx.vacancyReport.findMany({
    where: { id: { in: newest.map(({ id }) => id) } },
    include: withLines,
  });
  return new Map(rows.map((row) => [row.serviceId as FacilityId, toRow(row)]));
}

/** A facility's reports, newest first. */
export async function vacancyReports(
  tx: Tx,
  serviceId: FacilityId,
  { limit, before }: { readonly limit: number; readonly before?: Date | undefined },
): Promise<VacancyRow[]> {
  const where = { serviceId, ...(before ? { reportedAt: { lt: before } } : {}) };
  const rows = await tx.vacancyReport.findMany({ where, orderBy: newestFirst, take: limit, include: withLines });
  return rows.map(toRow);
}

/** Appends a report; an earlier one is never changed. */
export async function insertVacancy(tx: Tx, { lines, ...report }: VacancyRow): Promise<void> {
  const data = lines.map(({ availableFrom, ...line }) => ({
    ...line,
    availableFrom: availableFrom === null ? null : new Date(`${availableFrom}T00:00:00Z`),
  }));
  await tx.vacancyReport.create({ data: { ...report, lines: { create: data } } });
}

export interface FacilityToAsk {
  readonly id: FacilityId;
  readonly name: string;
  readonly system: ServiceSystem;
  readonly serviceType: string;
  /** The organisation's own. */
  readonly room: HubRoomId;
}

/** Facilities that have a room of their own and reported nothing since `before`. */
export async function facilitiesToAsk(tx: Tx, before: Date): Promise<FacilityToAsk[]> {
  return tx.$queryRaw<FacilityToAsk[]>`
    select s.id, o.name, s.system, s.service_type as "serviceType", r.id as room
    from room r
    join organisation o on o.id = r.organisation_id
    join organisation_service s on s.organisation_id = o.id
    where r.kind = 'facility' and r.state <> 'closed' and not exists (
      select 1 from vacancy_report v where v.service_id = s.id and v.reported_at >= ${before})
    order by s.id`;
}
