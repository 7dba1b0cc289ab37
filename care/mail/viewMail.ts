import { mailDesks } from "@tsunagi/contracts/codes/mail";
import type { MailId } from "@tsunagi/contracts/ids";
import type { MailPerson, MailView } from "@tsunagi/contracts/rest/mail";
import { found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { groupNames } from "./directory/store.ts";
import { loadMail, type MailRow, mailIn, type OnLetter } from "./store.ts";

/** Newest of a box; older ones stay in the database. */
const BOX = 200;

/** Letters one has received or sent: who and when. What they say the client reads in their rooms. */
export async function listMail(unit: StaffUnit, { box }: { box: "inbox" | "sent" }): Promise<{ mail: MailView[] }> {
  const job = await authorise(unit, "mail.write");
  const rows = await mailIn(unit.tx, box, unit.actor.staffId, BOX);
  unit.audit({ action: "mail.list", job, detail: { box, count: rows.length } });
  return { mail: await viewAll(unit, rows) };
}

/** One letter, without leaving 既読. @throws CareError notFound, also for what is neither from nor for oneself */
export async function viewMail(unit: StaffUnit, { mailId }: { mailId: MailId }): Promise<MailView> {
  const job = await authorise(unit, "mail.write");
  const row = mine(unit, await loadMail(unit.tx, mailId));
  unit.audit({ action: "mail.view", job, subjectId: mailId });
  return viewOf(unit, row);
}

/** What somebody may know of at all: what they wrote, and what has gone out to them. @throws CareError notFound */
export function mine(unit: StaffUnit, row: MailRow | null): MailRow {
  const { staffId } = unit.actor;
  const letter = found(row);
  const wrote = letter.from.staffId === staffId && !letter.fromLeft;
  const got = letter.sentAt !== null && letter.to.some((one) => one.staffId === staffId && one.leftAt === null);
  return found(wrote || got ? letter : null);
}

/** Rights and audit rows are the use case's matter. */
export async function viewOf(unit: StaffUnit, row: MailRow): Promise<MailView> {
  return found((await viewAll(unit, [row]))[0]);
}

async function viewAll(unit: StaffUnit, rows: readonly MailRow[]): Promise<MailView[]> {
  const made = rows.flatMap(({ to }) => to.map(({ groupKey }) => groupKey)).filter((key) => !mailDesks.has(key));
  const names = await groupNames(unit.tx, made);
  return rows.map((row) => view(unit, row, names));
}

function view(unit: StaffUnit, row: MailRow, groups: ReadonlyMap<string, string>): MailView {
  const { staffId } = unit.actor;
  const own = row.from.staffId === staffId;
  const me = row.to.find((one) => one.staffId === staffId);
  return {
    id: row.id,
    state: row.state,
    roomCode: row.roomCode,
    roomId: row.roomOpen ? row.matrixRoomId : null,
    eventId: row.state === "sent" ? row.eventId : null,
    from: { ...personOf(row.from), ...placeOf(row.from) },
    to: row.to.map((one) => ({
      ...personOf(one),
      ...placeOf(one),
      group: one.groupKey === "" ? null : (one.groupKey as MailView["to"][number]["group"]),
      groupName: groups.get(one.groupKey) ?? null,
      // When somebody read is for whoever wrote to them.
      readAt: own || one.staffId === staffId ? (one.readAt?.toISOString() ?? null) : null,
    })),
    replyTo: row.replyToId,
    forwarded: row.forwardOfId !== null,
    begunAt: row.begunAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    recalledAt: row.recalledAt?.toISOString() ?? null,
    recallReason: own ? row.recallReason : "",
    own,
    unread: me !== undefined && me.readAt === null && row.state === "sent",
  };
}

const personOf = ({ staffId, name, kana, role }: OnLetter): MailPerson => ({ staffId, name, kana, role });
const placeOf = ({ organisationId, organisationName, municipality }: OnLetter) => ({
  organisationId,
  organisationName,
  municipality,
});
