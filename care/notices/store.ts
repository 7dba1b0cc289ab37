import type { NoticeKind, NoticeUrgency } from "@tsunagi/contracts/codes/notices";
import type {
  MatrixUserId,
  NoticeId,
  NoticeReceiptId,
  OrganisationId,
  PushSubscriptionId,
  StaffId,
} from "@tsunagi/contracts/ids";
import { FIRST_NOTICE_SETTINGS, type NoticeSettings } from "@tsunagi/contracts/rest/notices";
import type { Tx } from "../kernel/store.ts";

/** What somebody has chosen; as it is at first for everybody else. */
export async function settingsOf(tx: Tx, staffIds: readonly string[]): Promise<(id: StaffId) => NoticeSettings> {
  const rows = await tx.noticeSettings.findMany({ where: { staffId: { in: [...staffIds] } } });
  const chosen = new Map(rows.map(({ staffId, settings }) => [staffId, settings as unknown as NoticeSettings]));
  return (id) => chosen.get(id) ?? FIRST_NOTICE_SETTINGS;
}

export async function putSettings(tx: Tx, staffId: StaffId, settings: NoticeSettings, at: Date): Promise<void> {
  const row = { settings, duty: settings.duty, updatedAt: at };
  await tx.noticeSettings.upsert({ where: { staffId }, create: { staffId, ...row }, update: row });
}

export interface NoticeRow {
  readonly id: NoticeId;
  readonly staffId: StaffId;
  readonly organisationId: OrganisationId | null;
  readonly kind: NoticeKind;
  readonly urgency: NoticeUrgency;
  readonly addressed: "person" | "organisation";
  readonly subjectId: string;
  readonly place: string;
  readonly occasion: string;
  readonly senderId: StaffId | null;
  readonly senderOrgId: OrganisationId | null;
  readonly inApp: boolean;
  readonly createdAt: Date;
  readonly pushAt: Date | null;
  readonly shownAt: Date | null;
  readonly actedAt: Date | null;
  readonly fallAt: Date | null;
  readonly fellFromId: NoticeId | null;
}

const FIELDS = {
  ...{ id: true, staffId: true, organisationId: true, kind: true, urgency: true, addressed: true, subjectId: true },
  ...{ place: true, occasion: true, senderId: true, senderOrgId: true, inApp: true, createdAt: true, pushAt: true },
  ...{ shownAt: true, actedAt: true, fallAt: true, fellFromId: true },
} as const;

/** Well below what one statement may carry. */
const AT_ONCE = 1000;

/** Somebody who was told of this occasion already is not told again. @returns those that are new */
export async function insertNotices(tx: Tx, rows: readonly NoticeRow[]): Promise<NoticeRow[]> {
  const added: NoticeRow[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const data = rows.slice(from, from + AT_ONCE);
    const created = await tx.notice.createManyAndReturn({ data, skipDuplicates: true, select: FIELDS });
    added.push(...(created as NoticeRow[]));
  }
  return added;
}

export interface NewDelivery {
  readonly id: NoticeReceiptId;
  readonly noticeId: NoticeId;
  readonly subscriptionId: PushSubscriptionId;
  readonly createdAt: Date;
}

export async function insertDeliveries(tx: Tx, rows: readonly NewDelivery[]): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await tx.noticeDelivery.createMany({ data: rows.slice(from, from + AT_ONCE) });
}

export async function markPushed(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await tx.notice.updateMany({ where: { id: { in: [...ids] } }, data: { pushedAt: at } });
}

/** They go as one push, which is the first one's. */
export async function setCollected(tx: Tx, ids: readonly string[], digestId: NoticeId, at: Date): Promise<void> {
  await tx.notice.updateMany({ where: { id: { in: [...ids] } }, data: { pushedAt: at, digestId } });
}

/** Notices whose time to be pushed has come, the longest due first. */
export async function dueNotices(tx: Tx, now: Date, limit: number): Promise<NoticeRow[]> {
  const rows = await tx.notice.findMany({
    where: { pushedAt: null, pushAt: { lte: now } },
    orderBy: [{ pushAt: "asc" }, { id: "asc" }],
    take: limit,
    select: FIELDS,
  });
  return rows as NoticeRow[];
}

/** What became of a push: the push service took it, or will never. */
export async function settleDelivery(tx: Tx, id: NoticeReceiptId, at: Date, taken: boolean): Promise<void> {
  await tx.noticeDelivery.updateMany({ where: { id }, data: taken ? { acceptedAt: at } : { failedAt: at } });
}

/**
 * A device says that a notice was shown, or opened; the first time counts. What was collected into one push was shown
 * with it.
 */
export async function confirmDelivery(tx: Tx, id: NoticeReceiptId, what: "shown" | "acted", at: Date): Promise<void> {
  const acted = what === "acted" ? at : null;
  await tx.$executeRaw`
    update notice_delivery set shown_at = coalesce(shown_at, ${at}), acted_at = coalesce(acted_at, ${acted}::timestamptz)
    where id = ${id}`;
  await tx.$executeRaw`
    update notice set shown_at = coalesce(shown_at, ${at}), acted_at = coalesce(acted_at, ${acted}::timestamptz), fall_at = null
    where (select notice_id from notice_delivery where id = ${id}) in (id, digest_id)`;
}

/** Somebody sees these in the application. */
export async function markShown(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  const where = { id: { in: [...ids] }, shownAt: null };
  await tx.notice.updateMany({ where, data: { shownAt: at, fallAt: null } });
}

/** Somebody has opened what they were told of, one notice or everything about a subject. */
export async function markActed(
  tx: Tx,
  which: { readonly staffId: StaffId } & ({ readonly id: NoticeId } | { readonly subjectId: string }),
  at: Date,
): Promise<void> {
  await tx.notice.updateMany({ where: { ...which, shownAt: null }, data: { shownAt: at } });
  await tx.notice.updateMany({ where: { ...which, actedAt: null }, data: { actedAt: at, fallAt: null } });
}

/** People have opened what they were told of, many at once. */
export async function markOpened(
  tx: Tx,
  opened: readonly { readonly staffId: StaffId; readonly subjectId: string; readonly at: Date }[],
): Promise<void> {
  if (opened.length === 0) return;
  const [people, subjects] = [opened.map(({ staffId }) => staffId), opened.map(({ subjectId }) => subjectId)];
  const times = opened.map(({ at }) => at);
  await tx.$executeRaw`
    update notice n set shown_at = coalesce(n.shown_at, o.at), acted_at = o.at, fall_at = null
    from unnest(${people}::text[], ${subjects}::text[], ${times}::timestamptz[]) as o (staff_id, subject_id, at)
    where n.staff_id = o.staff_id and n.subject_id = o.subject_id and n.acted_at is null`;
}

/** Somebody has read the room a notice leads to, after it was written. */
export async function markRead(
  tx: Tx,
  reads: readonly { readonly userId: string; readonly place: string; readonly at: Date }[],
): Promise<void> {
  const [users, places] = [reads.map(({ userId }) => userId), reads.map(({ place }) => place)];
  const times = reads.map(({ at }) => at);
  await tx.$executeRaw`
    update notice n set shown_at = coalesce(n.shown_at, r.at), acted_at = r.at, fall_at = null
    from (select s.id, u.place, max(u.at) as at
      from unnest(${users}::text[], ${places}::text[], ${times}::timestamptz[]) as u (user_id, place, at)
      join staff s on s.matrix_user_id = u.user_id group by s.id, u.place) r
    where n.staff_id = r.id and n.place = r.place and n.acted_at is null and n.created_at <= r.at`;
}

export async function noticesOf(tx: Tx, staffId: StaffId, limit: number): Promise<NoticeRow[]> {
  const rows = await tx.notice.findMany({
    where: { staffId, inApp: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    select: FIELDS,
  });
  return rows as NoticeRow[];
}

/** Housekeeping: what was told long ago. */
export async function deleteNoticesBefore(tx: Tx, before: Date): Promise<number> {
  return (await tx.notice.deleteMany({ where: { createdAt: { lt: before } } })).count;
}

/** Professionals behind Matrix users. */
export async function staffOfUsers(tx: Tx, userIds: readonly string[]): Promise<Map<MatrixUserId, StaffId>> {
  const where = { matrixUserId: { in: [...userIds] } };
  const rows = await tx.staff.findMany({ where, select: { id: true, matrixUserId: true } });
  return new Map(rows.map((row) => [row.matrixUserId as MatrixUserId, row.id as StaffId]));
}
