import type { NoticeId, NoticeReceiptId } from "@tsunagi/contracts/ids";
import type { NoticeView } from "@tsunagi/contracts/rest/notices";
import { found } from "../kernel/errors.ts";
import type { StaffUnit, Unit } from "../kernel/unit.ts";
import { confirmDelivery, markActed, markShown, type NoticeRow, noticesOf } from "./store.ts";

/** Newest in the list. */
const LISTED = 100;

/** A device says that it has shown a notice, or that its owner has opened it (受信確認). An unknown receipt is no error. */
export async function confirmNotice(
  unit: Unit,
  { receipt, what }: { readonly receipt: NoticeReceiptId; readonly what: "shown" | "acted" },
): Promise<{ done: true }> {
  await confirmDelivery(unit.tx, receipt, what, unit.now);
  return { done: true };
}

/** One's own notices. To have them in front of one is to have been shown them. */
export async function listNotices(unit: StaffUnit): Promise<{ notices: NoticeView[] }> {
  const rows = await noticesOf(unit.tx, unit.actor.staffId, LISTED);
  const unseen = rows.filter(({ shownAt }) => shownAt === null);
  await markShown(
    unit.tx,
    unseen.map(({ id }) => id),
    unit.now,
  );
  unit.audit({ action: "notice.list", subjectId: unit.actor.staffId, detail: { count: rows.length } });
  return { notices: rows.map(viewOf) };
}

const viewOf = ({ id, kind, urgency, place, createdAt, shownAt, actedAt }: NoticeRow): NoticeView => ({
  ...{ id, kind, urgency, place },
  createdAt: createdAt.toISOString(),
  unseen: shownAt === null,
  actedAt: actedAt?.toISOString() ?? null,
});

/** @throws CareError notFound for another's */
export async function openNotice(unit: StaffUnit, { noticeId }: { noticeId: NoticeId }): Promise<{ done: true }> {
  const { staffId } = unit.actor;
  const rows = await noticesOf(unit.tx, staffId, LISTED);
  found(rows.find(({ id }) => id === noticeId));
  await markActed(unit.tx, { staffId, id: noticeId }, unit.now);
  unit.audit({ action: "notice.open", subjectId: noticeId });
  return { done: true };
}

/** The one who acts has opened what they were told of: every notice about it is done with. */
export async function noticesActedOn(unit: StaffUnit, subjectId: string): Promise<void> {
  await markActed(unit.tx, { staffId: unit.actor.staffId, subjectId }, unit.now);
}
