import type { MatrixUserId, NoticeId, OrganisationId, StaffId } from "@tsunagi/contracts/ids";
import type { Tx } from "../../kernel/store.ts";
import type { NoticeRow } from "../store.ts";

export interface FallingNotice extends NoticeRow {
  readonly fallen: "room" | null;
  readonly familyName: string;
  readonly givenName: string;
  readonly userId: MatrixUserId;
}

/** Urgent notices whose time to be shown is over, the longest due first; locked. */
export async function fallingNotices(tx: Tx, now: Date, limit: number): Promise<FallingNotice[]> {
  return tx.$queryRaw<FallingNotice[]>`
    select n.id, n.staff_id as "staffId", n.organisation_id as "organisationId", n.kind, n.urgency, n.addressed,
      n.subject_id as "subjectId", n.place, n.occasion, n.sender_id as "senderId", n.sender_org_id as "senderOrgId",
      n.in_app as "inApp", n.created_at as "createdAt", n.push_at as "pushAt", n.shown_at as "shownAt",
      n.acted_at as "actedAt", n.fall_at as "fallAt", n.fell_from_id as "fellFromId", n.fallen,
      s.family_name as "familyName", s.given_name as "givenName", s.matrix_user_id as "userId"
    from notice n join staff s on s.id = n.staff_id
    where n.fall_at <= ${now} and n.shown_at is null
    order by n.fall_at, n.id limit ${limit}
    for update of n skip locked`;
}

/** Somebody of the organisation has been shown it. */
export async function shownTo(tx: Tx, organisationId: OrganisationId, occasion: string): Promise<boolean> {
  const where = { organisationId, occasion, shownAt: { not: null } };
  return (await tx.notice.findFirst({ where, select: { id: true } })) !== null;
}

/** @param fallAt when the step after this one is due; null = there is none */
export async function setFallen(
  tx: Tx,
  ids: readonly NoticeId[],
  step: { readonly fallen: "room" | "people" | "nobody" | null; readonly fallAt: Date | null; readonly at: Date },
): Promise<void> {
  const { fallen, fallAt, at } = step;
  const data = fallen === null ? { fallAt } : { fallen, fallAt, fallenAt: at };
  await tx.notice.updateMany({ where: { id: { in: [...ids] } }, data });
}

/**
 * Whom an organisation can turn to now: those on duty, and where nobody is, everybody who is not off duty.
 * @param occasion whoever was told of it is left out
 */
export async function onDutyOf(tx: Tx, organisationId: OrganisationId, occasion: string): Promise<StaffId[]> {
  const rows = await tx.$queryRaw<{ id: StaffId; duty: string }[]>`
    select s.id, coalesce(w.duty, 'usual') as duty
    from staff s left join notice_settings w on w.staff_id = s.id
    where s.status = 'active'
      and exists (select 1 from membership m
        where m.staff_id = s.id and m.organisation_id = ${organisationId} and m.ended_at is null)
      and not exists (select 1 from notice n where n.staff_id = s.id and n.occasion = ${occasion})
    order by s.id`;
  const onDuty = rows.filter(({ duty }) => duty === "onDuty");
  return (onDuty.length > 0 ? onDuty : rows.filter(({ duty }) => duty !== "offDuty")).map(({ id }) => id);
}

/** Everybody who works at these organisations, each once, with one of them. */
export async function staffAt(
  tx: Tx,
  organisationIds: readonly OrganisationId[],
): Promise<{ staffId: StaffId; organisationId: OrganisationId }[]> {
  return tx.$queryRaw`
    select distinct on (s.id) s.id as "staffId", m.organisation_id as "organisationId"
    from membership m join staff s on s.id = m.staff_id
    where m.organisation_id = any(${[...organisationIds]}::text[]) and m.ended_at is null and s.status in ('active', 'invited')
    order by s.id, m.organisation_id`;
}
