import type { FacilityId } from "@tsunagi/contracts/ids";
import type { Point } from "@tsunagi/contracts/rest/facilitySearch";
import type { Tx } from "../../kernel/store.ts";
import type { FacilityDocument, VacancyPlace } from "./document.ts";

/** Facilities read at once when everything is read. */
const PAGE = 2000;

interface Columns extends Omit<FacilityDocument, "needs" | "vacancy"> {
  needs: Record<string, string> | null;
  report_id: string | null;
  waiting: number | null;
  confirmed_at: Date | null;
  lines: VacancyPlace[] | null;
}

/** The facts of some facilities: what is in the open data, the profile, the needs, and the newest vacancy. */
export async function loadFacilities(tx: Tx, ids: readonly FacilityId[]): Promise<FacilityDocument[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<Columns[]>`
    select s.id, s.organisation_id as "organisationId", o.name, o.name_kana as "nameKana", s.system,
      s.service_type as "serviceType", o.municipality, o.address, o.phone, o.latitude, o.longitude, s.capacity,
      coalesce(p.features, '') as features, coalesce(p.services, '') as services,
      coalesce(p.room_types, '{}') as "roomTypes", coalesce(p.care_levels, '{}') as "careLevels",
      p.monthly_cost_from as "monthlyCostFrom", p.monthly_cost_to as "monthlyCostTo",
      coalesce(p.area_municipalities, '{}') as "areaMunicipalities",
      coalesce(p.offers, '{}') as offers, coalesce(p.offers_not, '{}') as "offersNot",
      n.needs, v.id as report_id, v.waiting, v.reported_at as confirmed_at, l.lines
    from organisation_service s
    join organisation o on o.id = s.organisation_id
    left join facility_profile p on p.service_id = s.id
    left join lateral (
      select jsonb_object_agg(need, answer) as needs from facility_need where service_id = s.id) n on true
    left join lateral (
      select id, waiting, reported_at from vacancy_report where service_id = s.id
      order by reported_at desc, id desc limit 1) v on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('roomType', room_type, 'sex', sex, 'count', count,
        'availableFrom', to_char(available_from, 'YYYY-MM-DD'))) as lines
      from vacancy_line where report_id = v.id) l on true
    where s.id = any(${[...ids]}::text[])`;
  return rows.map(toDocument);
}

function toDocument({ needs, report_id, waiting, confirmed_at, lines, ...rest }: Columns): FacilityDocument {
  const vacancy =
    report_id && confirmed_at
      ? { reportId: report_id, waiting, confirmedAt: confirmed_at.toISOString(), lines: lines ?? [] }
      : null;
  return { ...rest, needs: needs ?? {}, vacancy };
}

/** All facilities, a page at a time, in the order of their ids. */
export async function* allFacilities(tx: Tx): AsyncGenerator<FacilityDocument[]> {
  let after = "";
  for (;;) {
    const page = await tx.organisationService.findMany({
      where: { id: { gt: after } },
      select: { id: true },
      orderBy: { id: "asc" },
      take: PAGE,
    });
    const last = page.at(-1);
    if (!last) return;
    after = last.id;
    yield await loadFacilities(
      tx,
      page.map(({ id }) => id as FacilityId),
    );
  }
}

/** The middle of all organisations whose address begins so; null when there is none with a known place. */
export async function placeOfAddress(tx: Tx, beginning: string): Promise<Point | null> {
  const [row] = await tx.$queryRaw<{ latitude: number | null; longitude: number | null }[]>`
    select avg(latitude) as latitude, avg(longitude) as longitude from organisation
    where starts_with(address, ${beginning}) and latitude is not null and longitude is not null`;
  const { latitude, longitude } = row ?? {};
  return latitude == null || longitude == null ? null : { latitude, longitude };
}
