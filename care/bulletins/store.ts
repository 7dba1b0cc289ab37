import type {
  BulletinAnswer,
  BulletinAsk,
  bulletinCategories,
  bulletinUrgencies,
} from "@tsunagi/contracts/codes/bulletins";
import type { BulletinId, HubRoomId, OrganisationId, StaffId } from "@tsunagi/contracts/ids";
import {
  type BulletinAudience,
  type BulletinInput,
  type BulletinRecipient,
  bulletinAudience,
} from "@tsunagi/contracts/rest/bulletins";
import type { Tx } from "../kernel/store.ts";

export interface MatchingOrganisation {
  readonly id: OrganisationId;
  readonly name: string;
  readonly municipality: string;
  readonly roomId: HubRoomId | null;
}

interface AudienceFilter {
  readonly municipalities: readonly string[];
  readonly kinds: readonly string[];
  /** `care:15` */
  readonly services: readonly string[];
  readonly roles: readonly string[];
}

/** An empty list leaves its side open; kinds and services are one side. */
export async function matchingOrganisations(tx: Tx, filter: AudienceFilter): Promise<MatchingOrganisation[]> {
  const [municipalities, kinds, services, roles] = [
    [...filter.municipalities],
    [...filter.kinds],
    [...filter.services],
    [...filter.roles],
  ];
  return tx.$queryRaw<MatchingOrganisation[]>`
    select o.id, o.name, o.municipality, r.id as "roomId"
    from organisation o
    left join room r on r.organisation_id = o.id and r.kind = 'facility' and r.state <> 'closed'
    where (cardinality(${municipalities}::text[]) = 0 or o.municipality = any(${municipalities}::text[]))
      and ((cardinality(${kinds}::text[]) = 0 and cardinality(${services}::text[]) = 0)
        or o.kind = any(${kinds}::text[])
        or exists (select 1 from organisation_service s
          where s.organisation_id = o.id and s.system || ':' || s.service_type = any(${services}::text[])))
      and (cardinality(${roles}::text[]) = 0 or exists (select 1 from membership m
        where m.organisation_id = o.id and m.ended_at is null and m.role = any(${roles}::text[])))
    order by o.name_kana, o.name, o.id`;
}

export interface BulletinRow {
  readonly id: BulletinId;
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly category: (typeof bulletinCategories.codes)[number];
  readonly urgency: (typeof bulletinUrgencies.codes)[number];
  readonly ask: BulletinAsk;
  readonly version: number;
  readonly publishedAt: Date;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string;
  /** It leaves the current list; null = never. */
  readonly shownUntil: Date | null;
  /** Minutes in which it must be read or answered; null = no time is set. */
  readonly acknowledgeMinutes: number | null;
  /** Newest first. */
  readonly versions: readonly { version: number; title: string; body: string; savedAt: Date }[];
}

const parts = {
  organisation: { select: { name: true } },
  versions: { orderBy: { version: "desc" as const }, omit: { bulletinId: true, savedById: true } },
};

type Columns = NonNullable<Awaited<ReturnType<typeof findRow>>>;
const findRow = (tx: Tx, id: string) => tx.bulletin.findUnique({ where: { id }, include: parts });

const toRow = ({ organisation, ...row }: Columns): BulletinRow => ({
  id: row.id as BulletinId,
  organisationId: row.organisationId as OrganisationId,
  organisationName: organisation.name,
  category: row.category as BulletinRow["category"],
  urgency: row.urgency as BulletinRow["urgency"],
  ask: row.ask as BulletinAsk,
  version: row.version,
  publishedAt: row.publishedAt,
  cancelledAt: row.cancelledAt,
  cancelReason: row.cancelReason,
  shownUntil: row.shownUntil,
  acknowledgeMinutes: row.acknowledgeMinutes,
  versions: row.versions,
});

export async function loadBulletin(tx: Tx, id: BulletinId): Promise<BulletinRow | null> {
  const row = await findRow(tx, id);
  return row && toRow(row);
}

/** Whom it was meant for when it went. */
export async function audienceOfBulletin(tx: Tx, id: BulletinId): Promise<BulletinAudience> {
  const { audience } = await tx.bulletin.findUniqueOrThrow({ where: { id }, select: { audience: true } });
  return bulletinAudience.parse(audience);
}

/** Acts on one bulletin come one after another. */
export async function lockBulletin(tx: Tx, id: BulletinId): Promise<BulletinRow | null> {
  await tx.$queryRaw`select id from bulletin where id = ${id} for no key update`;
  return loadBulletin(tx, id);
}

/** Bulletins these organisations got or posted, newest first. @param over those whose time is over, or those shown now */
export async function bulletinsFor(
  tx: Tx,
  organisationIds: readonly string[],
  { over, now, limit }: { over: boolean; now: Date; limit: number },
): Promise<BulletinRow[]> {
  const among = { in: [...organisationIds] };
  const ours = { OR: [{ organisationId: among }, { recipients: { some: { organisationId: among } } }] };
  const shown = over ? { shownUntil: { lte: now } } : { OR: [{ shownUntil: null }, { shownUntil: { gt: now } }] };
  const rows = await tx.bulletin.findMany({
    where: { AND: [ours, shown] },
    include: parts,
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map(toRow);
}

export interface Recipient {
  readonly organisationId: OrganisationId;
  readonly roomId: HubRoomId;
}

export async function insertBulletin(
  tx: Tx,
  row: {
    id: BulletinId;
    organisationId: OrganisationId;
    postedById: StaffId;
    publishedAt: Date;
    shownUntil: Date | null;
    input: BulletinInput;
  },
  recipients: readonly Recipient[],
): Promise<void> {
  const { input, ...rest } = row;
  const { category, urgency, ask, audience, acknowledgeWithin: acknowledgeMinutes } = input;
  await tx.bulletin.create({ data: { ...rest, category, urgency, ask, audience, acknowledgeMinutes, version: 1 } });
  await tx.bulletinRecipient.createMany({
    data: recipients.map((recipient) => ({ bulletinId: row.id, ...recipient })),
  });
}

export async function insertVersion(
  tx: Tx,
  data: { bulletinId: BulletinId; version: number; title: string; body: string; savedById: StaffId; savedAt: Date },
): Promise<void> {
  await tx.bulletinVersion.create({ data });
  await tx.bulletin.update({ where: { id: data.bulletinId }, data: { version: data.version } });
}

export async function setCancelled(tx: Tx, id: BulletinId, by: StaffId, at: Date, reason: string): Promise<void> {
  await tx.bulletin.update({ where: { id }, data: { cancelledAt: at, cancelledById: by, cancelReason: reason } });
}

export async function recipientsOf(tx: Tx, bulletinId: BulletinId): Promise<Recipient[]> {
  const rows = await tx.bulletinRecipient.findMany({ where: { bulletinId }, orderBy: { organisationId: "asc" } });
  return rows.map((row) => ({ organisationId: row.organisationId as OrganisationId, roomId: row.roomId as HubRoomId }));
}

/** Of these bulletins, `id version` of what somebody has opened. */
export async function readBy(tx: Tx, staffId: StaffId, ids: readonly BulletinId[]): Promise<Set<string>> {
  const rows = await tx.bulletinReading.findMany({ where: { staffId, bulletinId: { in: [...ids] } } });
  return new Set(rows.map(({ bulletinId, version }) => `${bulletinId} ${version}`));
}

export async function insertReply(
  tx: Tx,
  data: {
    bulletinId: BulletinId;
    organisationId: OrganisationId;
    answer: BulletinAnswer;
    count: number | null;
    note: string;
    answeredById: StaffId;
    answeredAt: Date;
    deputyId: OrganisationId | null;
  },
): Promise<void> {
  await tx.bulletinReply.create({ data });
}

interface ReachColumns {
  organisationId: OrganisationId;
  name: string;
  municipality: string;
  delivered: boolean;
  readers: string[];
  answer: BulletinAnswer | null;
  count: number | null;
  note: string | null;
  answeredAt: Date | null;
  answeredFor: string | null;
}

/** Every recipient with what it got, read and answered. @param only these organisations; null = all */
export async function reachOfBulletin(
  tx: Tx,
  { id, version }: Pick<BulletinRow, "id" | "version">,
  only: readonly string[] | null = null,
): Promise<Omit<BulletinRecipient, "escalations">[]> {
  const among = only ? [...only] : null;
  const rows = await tx.$queryRaw<ReachColumns[]>`
    select c.organisation_id as "organisationId", o.name, o.municipality,
      not exists (select 1 from outbox_message q where q.state <> 'sent'
        and q.idempotency_key = 'room.notice:' || c.room_id || ':bulletin:' || c.bulletin_id || ':' || ${version}::int) as delivered,
      array(select s.family_name || ' ' || s.given_name from bulletin_reading g join staff s on s.id = g.staff_id
        where g.bulletin_id = c.bulletin_id and g.organisation_id = c.organisation_id and g.version = ${version}::int
        order by g.read_at, s.id) as readers,
      a.answer, a.count, a.note, a.answered_at as "answeredAt", p.name as "answeredFor"
    from bulletin_recipient c
    join organisation o on o.id = c.organisation_id
    left join lateral (select * from bulletin_reply y
      where y.bulletin_id = c.bulletin_id and y.organisation_id = c.organisation_id order by y.id desc limit 1) a on true
    left join organisation p on p.id = a.deputy_id
    where c.bulletin_id = ${id} and (${among}::text[] is null or c.organisation_id = any(${among}::text[]))
    order by o.municipality, o.name_kana, o.name, o.id`;
  return rows.map(({ answeredAt, note, ...row }) => ({
    ...row,
    note: note ?? "",
    answeredAt: answeredAt?.toISOString() ?? null,
  }));
}
