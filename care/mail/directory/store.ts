import type { MailTie } from "@tsunagi/contracts/codes/mail";
import type { Role } from "@tsunagi/contracts/codes/roles";
import type { MailGroupId, MatrixUserId, OrganisationId, StaffId } from "@tsunagi/contracts/ids";
import type { Tx } from "../../kernel/store.ts";

/** Somebody at an organisation they work at now. */
export interface AtWork {
  readonly staffId: StaffId;
  readonly userId: MatrixUserId;
  readonly name: string;
  readonly kana: string;
  readonly role: Role;
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly organisationKana: string;
  readonly municipality: string;
}

export interface Acquaintance extends AtWork {
  readonly tie: MailTie;
}

/**
 * The people somebody works with, each once an organisation, with the nearest tie: colleagues, members of the same
 * team, people of the same negotiation, and those who have written to them.
 */
export async function acquaintances(
  tx: Tx,
  staffId: StaffId,
  organisationIds: readonly OrganisationId[],
): Promise<Acquaintance[]> {
  return tx.$queryRaw<Acquaintance[]>`
    with tied as (
      select m.staff_id, m.organisation_id, 1 as rank, 'colleague' as tie from membership m
      where m.ended_at is null and m.organisation_id = any(${[...organisationIds]}::text[])
      union all
      select theirs.staff_id, theirs.organisation_id, 2, 'team' from team_member mine
      join team t on t.id = mine.team_id and t.state = 'active'
      join team_member theirs on theirs.team_id = mine.team_id and theirs.left_at is null
      where mine.staff_id = ${staffId} and mine.left_at is null
      union all
      select theirs.staff_id, m.organisation_id, 3, 'enquiry' from enquiry_member mine
      join enquiry_member theirs on theirs.enquiry_id = mine.enquiry_id and theirs.left_at is null
      join membership m on m.staff_id = theirs.staff_id and m.ended_at is null
      where mine.staff_id = ${staffId} and mine.left_at is null
      union all
      select l.from_id, l.from_org_id, 4, 'letters' from mail l
      join mail_recipient r on r.mail_id = l.id and r.staff_id = ${staffId} and r.left_at is null
      where l.state = 'sent')
    select distinct on (tied.staff_id, tied.organisation_id)
      s.id as "staffId", s.matrix_user_id as "userId", tied.tie, m.role,
      s.family_name || ' ' || s.given_name as name, s.family_kana || ' ' || s.given_kana as kana,
      o.id as "organisationId", o.name as "organisationName", o.name_kana as "organisationKana", o.municipality
    from tied
    join staff s on s.id = tied.staff_id and s.status in ('active', 'invited')
    join membership m on m.staff_id = s.id and m.organisation_id = tied.organisation_id and m.ended_at is null
    join organisation o on o.id = tied.organisation_id
    where s.id <> ${staffId}
    order by tied.staff_id, tied.organisation_id, tied.rank, m.granted_at, m.id`;
}

export interface DeskRow {
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly organisationKana: string;
  readonly municipality: string;
  readonly role: Role;
  readonly members: number;
}

/** How many people of each profession every organisation of the network has. */
export async function professions(tx: Tx): Promise<DeskRow[]> {
  return tx.$queryRaw<DeskRow[]>`
    select o.id as "organisationId", o.name as "organisationName", o.name_kana as "organisationKana", o.municipality,
      m.role, count(distinct s.id)::int as members
    from membership m
    join staff s on s.id = m.staff_id and s.status in ('active', 'invited')
    join organisation o on o.id = m.organisation_id
    where m.ended_at is null group by o.id, m.role order by o.name_kana, o.name, o.id`;
}

/**
 * People at a desk of an organisation now, each once: those of its professions, or those it was made for, as far as they
 * still work there.
 */
export async function peopleAtDesk(
  tx: Tx,
  organisationId: OrganisationId,
  { roles = [], groupId = null }: { readonly roles?: readonly Role[]; readonly groupId?: MailGroupId | null },
): Promise<AtWork[]> {
  return tx.$queryRaw<AtWork[]>`
    select distinct on (s.family_kana, s.given_kana, s.id)
      s.id as "staffId", s.matrix_user_id as "userId", m.role,
      s.family_name || ' ' || s.given_name as name, s.family_kana || ' ' || s.given_kana as kana,
      o.id as "organisationId", o.name as "organisationName", o.name_kana as "organisationKana", o.municipality
    from membership m
    join staff s on s.id = m.staff_id and s.status in ('active', 'invited')
    join organisation o on o.id = m.organisation_id
    where m.ended_at is null and m.organisation_id = ${organisationId}
      and (m.role = any(${[...roles]}::text[])
        or exists (select 1 from mail_group g join mail_group_member gm on gm.group_id = g.id
          where g.id = ${groupId} and g.organisation_id = m.organisation_id and g.ended_at is null
            and gm.staff_id = s.id and gm.removed_at is null))
    order by s.family_kana, s.given_kana, s.id, m.granted_at`;
}

export interface NamedGroup {
  readonly id: MailGroupId;
  readonly name: string;
  readonly nameKana: string;
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly organisationKana: string;
  readonly municipality: string;
  readonly members: number;
}

/** Desks that organisations have made and that have somebody now. */
export async function namedGroups(tx: Tx): Promise<NamedGroup[]> {
  return tx.$queryRaw<NamedGroup[]>`
    select g.id, g.name, g.name_kana as "nameKana", o.id as "organisationId", o.name as "organisationName",
      o.name_kana as "organisationKana", o.municipality, count(distinct s.id)::int as members
    from mail_group g
    join organisation o on o.id = g.organisation_id
    join mail_group_member gm on gm.group_id = g.id and gm.removed_at is null
    join staff s on s.id = gm.staff_id and s.status in ('active', 'invited')
    join membership m on m.staff_id = s.id and m.organisation_id = o.id and m.ended_at is null
    where g.ended_at is null group by g.id, o.id order by g.name_kana, g.name, g.id`;
}

/** Names of desks that organisations have made, ended ones too. */
export async function groupNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.mailGroup.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** People and desks ("organisation desk") somebody has sent a letter to before. */
export async function writtenTo(tx: Tx, staffId: StaffId): Promise<{ people: Set<string>; desks: Set<string> }> {
  const rows = await tx.mailRecipient.findMany({
    where: { mail: { fromId: staffId, state: "sent" } },
    select: { staffId: true, organisationId: true, groupKey: true },
    distinct: ["staffId", "organisationId", "groupKey"],
  });
  return {
    people: new Set(rows.filter(({ groupKey }) => groupKey === "").map((row) => row.staffId)),
    desks: new Set(rows.map((row) => `${row.organisationId} ${row.groupKey}`)),
  };
}
