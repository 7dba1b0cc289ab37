import type { ConsentScope } from "@tsunagi/contracts/codes/consent";
import type { RecordKind, RecordStatus } from "@tsunagi/contracts/codes/recordKinds";
import type { Role } from "@tsunagi/contracts/codes/roles";
import type { TeamKind } from "@tsunagi/contracts/codes/rooms";
import type {
  MatrixEventId,
  MatrixRoomId,
  OrganisationId,
  PersonId,
  RecordId,
  StaffId,
  TeamId,
} from "@tsunagi/contracts/ids";
import type { Tx } from "../kernel/store.ts";

export interface RecordRow {
  readonly id: RecordId;
  readonly seriesId: RecordId;
  readonly version: number;
  readonly personId: PersonId;
  readonly teamId: TeamId;
  readonly kind: RecordKind;
  readonly status: RecordStatus;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly keyVersion: number;
  readonly authorId: StaffId;
  readonly authorOrgId: OrganisationId;
  readonly authorRole: Role;
  readonly enteredById: StaffId;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly sourceRoomId: MatrixRoomId | null;
  readonly sourceEventId: MatrixEventId | null;
}

export async function insertRecord(tx: Tx, record: RecordRow): Promise<void> {
  await tx.careRecord.create({ data: record });
}

export async function loadRecord(tx: Tx, id: RecordId): Promise<RecordRow | null> {
  return (await tx.careRecord.findUnique({ where: { id } })) as RecordRow | null;
}

export async function setRecordStatus(tx: Tx, id: RecordId, status: RecordStatus): Promise<void> {
  await tx.careRecord.update({ where: { id }, data: { status } });
}

/** All versions of a record, newest first. */
export async function versionsOf(tx: Tx, seriesId: RecordId): Promise<RecordRow[]> {
  return (await tx.careRecord.findMany({ where: { seriesId }, orderBy: { version: "desc" } })) as RecordRow[];
}

/** A team whose records may be shown, or those written in it before a moment. */
export interface CoveredTeam {
  readonly teamId: TeamId;
  readonly until: Date | null;
}

export interface RecordFilter {
  readonly personId: PersonId;
  readonly kind?: RecordKind | undefined;
  readonly since?: Date | undefined;
  readonly before?: Date | undefined;
  /** `current` leaves corrected versions out; cancelled records stay in, struck out. */
  readonly history: "current" | "all";
  /** null = whatever team it was written in. */
  readonly covered: readonly CoveredTeam[] | null;
  readonly limit: number;
}

/**
 * Newest first. The next page begins before the last moment of this one, so a page never ends within a moment: it
 * may be longer than `limit` by what happened at the same time.
 */
export async function findRecords(tx: Tx, filter: RecordFilter): Promise<{ rows: RecordRow[]; more: boolean }> {
  const where = conditionsOf(filter);
  const orderBy = [{ occurredAt: "desc" as const }, { recordedAt: "desc" as const }, { id: "asc" as const }];
  const first = await tx.careRecord.findMany({ where, orderBy, take: filter.limit });
  const moment = first.at(filter.limit - 1)?.occurredAt;
  if (!moment) return { rows: first as RecordRow[], more: false };
  const atMoment = await tx.careRecord.findMany({ where: { AND: [where, { occurredAt: moment }] }, orderBy });
  const older = await tx.careRecord.findFirst({ where: { AND: [where, { occurredAt: { lt: moment } }] } });
  const rows = [...first.filter((row) => row.occurredAt > moment), ...atMoment];
  return { rows: rows as RecordRow[], more: older !== null };
}

function conditionsOf({ personId, kind, since, before, history, covered }: RecordFilter) {
  return {
    personId,
    ...(kind ? { kind } : {}),
    ...(since || before ? { occurredAt: { ...(since ? { gte: since } : {}), ...(before ? { lt: before } : {}) } } : {}),
    ...(history === "current" ? { status: { not: "superseded" } } : {}),
    ...(covered
      ? { OR: covered.map(({ teamId, until }) => ({ teamId, ...(until ? { recordedAt: { lt: until } } : {}) })) }
      : {}),
  };
}

/** Everything writing a record hangs on. */
export interface WritingPlace {
  readonly teamId: TeamId;
  readonly kind: TeamKind;
  /** Scopes of the consents that stand. */
  readonly scopes: readonly ConsentScope[];
  /** The author as a member of the team; null when not in it. */
  readonly author: { readonly role: Role; readonly organisationId: OrganisationId; readonly name: string } | null;
  readonly organisationName: string;
}

interface PlaceColumns {
  id: TeamId;
  kind: TeamKind;
  scopes: ConsentScope[];
  role: Role | null;
  organisation_id: OrganisationId;
  author: string;
  organisation: string;
}

/** The person's active team, its consents and the author's place in it, in one round trip; null without a team. */
export async function writingPlace(tx: Tx, personId: PersonId, authorId: StaffId): Promise<WritingPlace | null> {
  const [row] = await tx.$queryRaw<PlaceColumns[]>`
    select t.id, t.kind, m.role, m.organisation_id, s.family_name || ' ' || s.given_name as author,
      o.name as organisation, array(
        select distinct scope from consent c, unnest(c.scopes) as scope
        where c.person_id = t.person_id and c.withdrawn_at is null
      ) as scopes
    from team t
    left join team_member m on m.team_id = t.id and m.staff_id = ${authorId} and m.left_at is null
    left join staff s on s.id = m.staff_id
    left join organisation o on o.id = m.organisation_id
    where t.person_id = ${personId} and t.state = 'active'`;
  if (!row) return null;
  const { id: teamId, kind, scopes, role, organisation_id: organisationId, author, organisation } = row;
  return {
    teamId,
    kind,
    scopes,
    author: role ? { role, organisationId, name: author } : null,
    organisationName: organisation,
  };
}
