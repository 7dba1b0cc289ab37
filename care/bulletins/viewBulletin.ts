import type { BulletinId } from "@tsunagi/contracts/ids";
import type { BulletinRecipient, BulletinSummary, BulletinView } from "@tsunagi/contracts/rest/bulletins";
import { organisationsOf } from "../kernel/actor.ts";
import { found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { noticesActedOn } from "../notices/receipts.ts";
import { mayI } from "../permissions/authorise.ts";
import { answerableFor } from "./escalation/standIn.ts";
import { escalationsOf } from "./escalation/store.ts";
import { hasEnded } from "./period.ts";
import { approvalWanted } from "./plans/store.ts";
import { markRead } from "./reach/store.ts";
import { type BulletinRow, bulletinsFor, loadBulletin, reachOfBulletin, readBy } from "./store.ts";

/** Newest on the board; older ones stay in the database. */
const BOARD = 200;

/** The board of everything one's organisations got or posted: unread first, then the newest; or what is over. */
export async function listBulletins(
  unit: StaffUnit,
  { time }: { time: "current" | "past" },
): Promise<{ bulletins: BulletinSummary[] }> {
  const { now } = unit;
  const rows = await bulletinsFor(unit.tx, organisationsOf(unit.actor), { over: time === "past", now, limit: BOARD });
  const ids = rows.map(({ id }) => id);
  const read = await readBy(unit.tx, unit.actor.staffId, ids);
  const summaries = rows.map((row) => summaryOf(unit, row, read));
  unit.audit({ action: "bulletin.list", detail: { count: rows.length } });
  return { bulletins: summaries.sort((a, b) => Number(b.unread) - Number(a.unread)) };
}

/**
 * One bulletin; opening it is recorded as 既読 for one's organisations among its recipients.
 * @throws CareError notFound, also for what was not meant for one
 */
export async function readBulletin(unit: StaffUnit, { bulletinId }: { bulletinId: BulletinId }): Promise<BulletinView> {
  const row = found(await loadBulletin(unit.tx, bulletinId));
  const mine = await reachOfBulletin(unit.tx, row, organisationsOf(unit.actor));
  const { staffId } = unit.actor;
  await markRead(
    unit.tx,
    mine.map(({ organisationId }) => ({ bulletinId, organisationId, staffId, version: row.version, readAt: unit.now })),
  );
  await noticesActedOn(unit, bulletinId);
  unit.audit({ action: "bulletin.read", subjectId: bulletinId, detail: { version: row.version } });
  return viewOf(unit, row);
}

/** As it stands now for whoever looks; leaves no 既読. @throws CareError notFound */
export const viewBulletin = async (unit: StaffUnit, id: BulletinId): Promise<BulletinView> =>
  viewOf(unit, found(await loadBulletin(unit.tx, id)));

async function viewOf(unit: StaffUnit, row: BulletinRow): Promise<BulletinView> {
  const answering = await reachOf(unit, row, await answerableFor(unit, row.id));
  const own = organisationsOf(unit.actor).includes(row.organisationId);
  found(own || answering.length > 0 || null);
  const posts = own && (await mayI(unit, "bulletin.write", { organisationIds: [row.organisationId] }));
  return {
    ...summaryOf(unit, row, await readBy(unit.tx, unit.actor.staffId, [row.id])),
    body: row.versions[0]?.body ?? "",
    versions: row.versions.map(({ savedAt, ...version }) => ({ ...version, savedAt: savedAt.toISOString() })),
    cancelReason: row.cancelReason,
    dueAt: dueAt(row)?.toISOString() ?? null,
    answering,
    reach: posts ? await reachOf(unit, row) : null,
    needsApproval: posts && (await approvalWanted(unit.tx, row.organisationId)),
  };
}

/** Every recipient with who was told because it was silent. @param only these organisations; null = all */
async function reachOf(
  unit: StaffUnit,
  row: BulletinRow,
  only: readonly string[] | null = null,
): Promise<BulletinRecipient[]> {
  const rows = await reachOfBulletin(unit.tx, row, only);
  const told = row.acknowledgeMinutes === null ? [] : await escalationsOf(unit.tx, row.id, row.version);
  const byPlace = Map.groupBy(told, ({ organisationId }) => organisationId);
  return rows.map((place) => ({
    ...place,
    escalations: (byPlace.get(place.organisationId) ?? []).map(({ step, at, role, deputyName }) => ({
      ...{ step, role },
      at: at.toISOString(),
      deputy: deputyName,
    })),
  }));
}

/** By when the newest version must have been read or answered: a correction begins the time anew. */
function dueAt({ acknowledgeMinutes, versions: [newest] }: BulletinRow): Date | null {
  if (acknowledgeMinutes === null || !newest) return null;
  return new Date(newest.savedAt.getTime() + acknowledgeMinutes * 60_000);
}

function summaryOf(unit: StaffUnit, row: BulletinRow, read: ReadonlySet<string>): BulletinSummary {
  const { id, category, urgency, ask, organisationName, version } = row;
  const own = organisationsOf(unit.actor).includes(row.organisationId);
  const ended = hasEnded(row, unit.now);
  return {
    ...{ id, category, urgency, ask, organisationName, version, own },
    title: row.versions[0]?.title ?? "",
    publishedAt: row.publishedAt.toISOString(),
    cancelled: row.cancelledAt !== null,
    shownUntil: row.shownUntil?.toISOString() ?? null,
    ended,
    unread: !own && !ended && row.cancelledAt === null && !read.has(`${id} ${version}`),
  };
}
