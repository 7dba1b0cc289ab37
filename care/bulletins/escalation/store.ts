import type { EscalationStep } from "@tsunagi/contracts/codes/bulletins";
import type { Role } from "@tsunagi/contracts/codes/roles";
import type { BulletinId, HubRoomId, OrganisationId, StaffId } from "@tsunagi/contracts/ids";
import type { Tx } from "../../kernel/store.ts";

/** A facility that let its time pass, and the step that is due. */
export interface SilentFacility {
  readonly bulletinId: BulletinId;
  readonly version: number;
  readonly step: EscalationStep;
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly roomId: HubRoomId;
  /** The role its administrator set; null = none. */
  readonly role: Role | null;
  readonly deputyId: OrganisationId | null;
  readonly deputyRoomId: HubRoomId | null;
}

/** A version older than this is escalated no more: nobody is helped by it, and the clock looks at little. */
const OLDEST_DAYS = 7;

/**
 * Facilities whose next step is due, held until the act is over; two hubs never take the same one. A deputy without a
 * room cannot be told and is not waited for.
 */
export async function lockSilentFacilities(
  tx: Tx,
  { now, deputyMinutes, limit }: { now: Date; deputyMinutes: number; limit: number },
): Promise<SilentFacility[]> {
  return tx.$queryRaw<SilentFacility[]>`
    select c.bulletin_id as "bulletinId", b.version, case when e.at is null then 'duty' else 'deputy' end as step,
      c.organisation_id as "organisationId", o.name as "organisationName", c.room_id as "roomId", d.role,
      d.deputy_id as "deputyId", r.id as "deputyRoomId"
    from bulletin b
    join bulletin_version v on v.bulletin_id = b.id and v.version = b.version
    join bulletin_recipient c on c.bulletin_id = b.id
    join organisation o on o.id = c.organisation_id
    left join organisation_duty d on d.organisation_id = c.organisation_id
    left join room r on r.organisation_id = d.deputy_id and r.kind = 'facility' and r.state <> 'closed'
    left join bulletin_escalation e on e.bulletin_id = b.id and e.organisation_id = c.organisation_id
      and e.version = b.version and e.step = 'duty'
    where b.acknowledge_minutes is not null and b.cancelled_at is null
      and (b.shown_until is null or b.shown_until > ${now}::timestamptz)
      and v.saved_at > ${now}::timestamptz - make_interval(days => ${OLDEST_DAYS}::int)
      and v.saved_at + make_interval(mins => b.acknowledge_minutes) <= ${now}::timestamptz
      and case when b.ask = 'nothing'
        then not exists (select 1 from bulletin_reading g where g.bulletin_id = b.id
          and g.organisation_id = c.organisation_id and g.version = b.version)
        else not exists (select 1 from bulletin_reply y where y.bulletin_id = b.id
          and y.organisation_id = c.organisation_id) end
      and (e.at is null or (r.id is not null
        and e.at + make_interval(mins => ${deputyMinutes}::int) <= ${now}::timestamptz
        and not exists (select 1 from bulletin_escalation f where f.bulletin_id = b.id
          and f.organisation_id = c.organisation_id and f.version = b.version and f.step = 'deputy')))
    order by c.bulletin_id, c.organisation_id limit ${limit}
    for update of c skip locked`;
}

/** @returns false when the step was taken at the same moment by another hub */
export async function insertEscalation(
  tx: Tx,
  data: {
    bulletinId: BulletinId;
    organisationId: OrganisationId;
    version: number;
    step: EscalationStep;
    role: Role | null;
    staffIds: StaffId[];
    deputyId: OrganisationId | null;
    at: Date;
  },
): Promise<boolean> {
  return (await tx.bulletinEscalation.createMany({ data: [data], skipDuplicates: true })).count === 1;
}

export interface EscalationRow {
  readonly organisationId: OrganisationId;
  readonly step: EscalationStep;
  readonly role: Role | null;
  readonly deputyName: string | null;
  readonly at: Date;
}

/** Who was told about the newest version's silent facilities, in the order of time. */
export async function escalationsOf(tx: Tx, bulletinId: BulletinId, version: number): Promise<EscalationRow[]> {
  return tx.$queryRaw<EscalationRow[]>`
    select e.organisation_id as "organisationId", e.step, e.role, o.name as "deputyName", e.at
    from bulletin_escalation e left join organisation o on o.id = e.deputy_id
    where e.bulletin_id = ${bulletinId} and e.version = ${version}::int order by e.at, e.step`;
}

/** Facilities of a bulletin in whose place these organisations were asked, with who stands in. */
export async function standInsOf(
  tx: Tx,
  bulletinId: BulletinId,
  deputies: readonly OrganisationId[],
): Promise<{ readonly organisationId: OrganisationId; readonly deputyId: OrganisationId }[]> {
  const rows = await tx.bulletinEscalation.findMany({
    where: { bulletinId, step: "deputy", deputyId: { in: [...deputies] } },
    select: { organisationId: true, deputyId: true },
    distinct: ["organisationId", "deputyId"],
  });
  return rows as { organisationId: OrganisationId; deputyId: OrganisationId }[];
}
