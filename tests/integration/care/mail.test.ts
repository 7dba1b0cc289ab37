import { beginMail } from "@tsunagi/care/mail/beginMail";
import { checkRecipients } from "@tsunagi/care/mail/checkRecipients";
import { mailDirectory } from "@tsunagi/care/mail/directory/mailDirectory";
import { addMailGroup, changeMailGroup, endMailGroup } from "@tsunagi/care/mail/groups/mailGroups";
import { readMail } from "@tsunagi/care/mail/readMail";
import { recallMail } from "@tsunagi/care/mail/recallMail";
import { sendMail } from "@tsunagi/care/mail/sendMail";
import { listMail, viewMail } from "@tsunagi/care/mail/viewMail";
import { openRoom } from "@tsunagi/care/rooms/store";
import { endMembership } from "@tsunagi/care/staff/memberships";
import { type MailId, matrixEventId, matrixRoomId } from "@tsunagi/contracts/ids";
import type { MailAddress, MailView } from "@tsunagi/contracts/rest/mail";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  buildRegion,
  hire,
  openTestHub,
  outboxOf,
  type Region,
  refusal,
  type TestHub,
  teamOf,
  type Worker,
} from "../../env/careFixture.ts";

let hub: TestHub;
let region: Region;
let msw: Worker;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
  msw = await hire(hub, region.operator, region.nurse.organisationId, "msw");
  await teamOf(hub, "care", region.careManager, region.visitingNurse);
});
afterAll(() => hub.close());

const inPerson = ({ staffId, organisationId }: Worker): MailAddress => ({ kind: "person", staffId, organisationId });
const hospitalDesk = (): MailAddress => ({
  kind: "group",
  organisationId: region.nurse.organisationId,
  group: "discharge",
});
const begin = (by: Worker, to: MailAddress[], more: { replyTo?: MailId; forwardOf?: MailId } = {}) =>
  hub.as(by, (unit) => beginMail(unit, { to, from: null, replyTo: null, forwardOf: null, ...more }));

/** As a client does it: the room is made, the letter stands in it, its recipients are let in. */
async function send(by: Worker, to: MailAddress[], more: Parameters<typeof begin>[2] = {}): Promise<MailView> {
  const { id } = await begin(by, to, more);
  const [row] = await hub.db.sql<{ room_id: string }>("select room_id from mail where id = $1", [id]);
  await hub.system((unit) => openRoom(unit.tx, row?.room_id as never, matrixRoomId.parse(`!${row?.room_id}`)));
  return hub.as(by, (unit) => sendMail(unit, { mailId: id, eventId: eventOf(id) }));
}
const eventOf = (id: MailId) => matrixEventId.parse(`$${id}`);
const open = (by: Worker, mailId: MailId) => hub.as(by, (unit) => readMail(unit, { mailId }));
const look = (by: Worker, mailId: MailId) => hub.as(by, (unit) => viewMail(unit, { mailId }));
const recall = (by: Worker, mailId: MailId) => hub.as(by, (unit) => recallMail(unit, { mailId, reason: "宛先違い" }));
const box = async (by: Worker, name: "inbox" | "sent") =>
  (await hub.as(by, (unit) => listMail(unit, { box: name }))).mail.map(({ id }) => id);
const directory = (by: Worker, text = "") => hub.as(by, (unit) => mailDirectory(unit, { text }));
const check = (by: Worker, to: MailAddress[]) => hub.as(by, (unit) => checkRecipients(unit, { to }));

describe("whom one may write to", () => {
  it("is in person only who one works with: colleagues, members of the same team", async () => {
    const { people } = await directory(region.careManager);
    const ties = new Map(people.map(({ staffId, tie }) => [staffId, tie]));
    expect(ties.get(region.helper.staffId)).toBe("colleague");
    expect(ties.get(region.visitingNurse.staffId)).toBe("team");
    expect(ties.has(region.physician.staffId)).toBe(false);
    expect(ties.has(region.careManager.staffId)).toBe(false);
    expect(await refusal(begin(region.careManager, [inPerson(region.physician)]))).toBe("mailNotReachable");
    expect((await hub.auditRows()).at(-1)).toMatchObject({ action: "mail.write", outcome: "denied" });
  });

  it("is by a desk every organisation of the network, found by kana and shown with how many read there", async () => {
    const { groups } = await directory(region.careManager, "みほんそうごう 退院");
    expect(groups).toEqual([]); // the invented hospital has no kana
    const found = (await directory(region.careManager, "ﾐﾎﾝ総合 退院")).groups;
    expect(found.map(({ organisationName, group, members }) => [organisationName, group, members])).toEqual([
      ["みほん総合病院", "discharge", 1],
    ]);
    const { people } = await directory(region.careManager, "みほん しょくいん");
    expect(people.length).toBeGreaterThan(1);
  });

  it("is whoever has written to one, from then on", async () => {
    expect(await refusal(begin(msw, [inPerson(region.careManager)]))).toBe("mailNotReachable");
    await send(region.careManager, [hospitalDesk()]);
    expect(await refusal(begin(msw, [inPerson(region.careManager)]))).toBe("none");
  });

  it("is nobody who does not work there, and not oneself alone", async () => {
    const elsewhere: MailAddress = { ...inPerson(region.helper), organisationId: region.nurse.organisationId } as never;
    expect(await refusal(begin(region.careManager, [elsewhere]))).toBe("mailNotReachable");
    const ownDesk: MailAddress = { kind: "group", organisationId: msw.organisationId, group: "discharge" };
    expect(await refusal(begin(msw, [ownDesk]))).toBe("mailForNobody");
    const empty: MailAddress = { kind: "group", organisationId: msw.organisationId, group: "pharmacy" };
    expect(await refusal(begin(region.careManager, [empty]))).toBe("mailNotReachable");
  });
});

describe("before a letter goes", () => {
  it("every recipient is named with its organisation, and what is unusual", async () => {
    const writer = await hire(hub, region.operator, region.careManager.organisationId, "careManager");
    const [desk, colleague] = (await check(writer, [hospitalDesk(), inPerson(region.helper)])).recipients;
    expect(desk).toMatchObject({ organisationName: "みほん総合病院", firstTime: true, elsewhere: true, name: null });
    expect(desk?.people.map(({ staffId }) => staffId)).toEqual([msw.staffId]);
    expect(colleague).toMatchObject({ name: region.helper.name, firstTime: true, elsewhere: false });
    await send(writer, [hospitalDesk()]);
    expect((await check(writer, [hospitalDesk()])).recipients[0]?.firstTime).toBe(false);
  });

  it("nobody but the sender is in its room", async () => {
    const outbox = await outboxOf(hub, () => begin(region.careManager, [inPerson(region.helper)]));
    expect(outbox.map(({ kind }) => kind)).toEqual(["room.create", "room.invite"]);
    expect(outbox[1]?.payload).toMatchObject({ userId: region.careManager.userId });
    expect(await box(region.helper, "inbox")).toEqual([]);
  });
});

describe("a letter", () => {
  it("lets its recipients in once it stands in its room, behind the look at its key, and only once", async () => {
    const { id } = await begin(region.careManager, [inPerson(region.helper), hospitalDesk()]);
    const act = () => hub.as(region.careManager, (unit) => sendMail(unit, { mailId: id, eventId: eventOf(id) }));
    const outbox = await outboxOf(hub, act);
    expect(outbox.map(({ kind }) => kind)).toEqual(["mail.settle", "room.invite", "room.invite"]);
    expect(new Set(outbox.map(({ lane }) => lane)).size).toBe(1);
    expect(await outboxOf(hub, act)).toEqual([]);
    const other = matrixEventId.parse("$another");
    expect(await refusal(hub.as(region.careManager, (unit) => sendMail(unit, { mailId: id, eventId: other })))).toBe(
      "mailSent",
    );
    expect(await refusal(hub.as(region.helper, (unit) => sendMail(unit, { mailId: id, eventId: other })))).toBe(
      "notFound",
    );
  });

  it("is read with its time, which its sender sees and other recipients do not", async () => {
    const { id } = await send(region.careManager, [inPerson(region.helper), hospitalDesk()]);
    expect((await open(region.helper, id)).unread).toBe(false);
    const readers = async (by: Worker) =>
      new Map((await look(by, id)).to.map(({ staffId, readAt }) => [staffId, readAt !== null]));
    expect((await readers(region.careManager)).get(region.helper.staffId)).toBe(true);
    expect((await readers(region.careManager)).get(msw.staffId)).toBe(false);
    expect((await readers(msw)).get(region.helper.staffId)).toBe(false);
    expect(await refusal(look(region.visitingNurse, id))).toBe("notFound");
  });

  it("keeps nothing of what it says outside of its room", async () => {
    const columns = await hub.db.sql<{ column_name: string }>(
      "select column_name from information_schema.columns where table_name in ('mail', 'mail_recipient')",
    );
    expect(columns.map(({ column_name }) => column_name).filter((name) => /subject|body|text/.test(name))).toEqual([]);
  });

  it("is answered in a room of its own, by whoever can read it", async () => {
    const first = await send(region.careManager, [inPerson(region.helper)]);
    await open(region.helper, first.id);
    const answer = await send(region.helper, [inPerson(region.careManager)], { replyTo: first.id });
    expect(answer.replyTo).toBe(first.id);
    expect(answer.roomCode).not.toBe(first.roomCode);
    expect(await refusal(begin(region.physician, [hospitalDesk()], { replyTo: first.id }))).toBe("notFound");
  });

  it("is forwarded only to whom the one who forwards may write, and only by who can read it", async () => {
    const { id } = await send(region.careManager, [inPerson(region.helper)]);
    expect(await refusal(begin(region.helper, [inPerson(region.visitingNurse)], { forwardOf: id }))).toBe(
      "mailNotReachable",
    );
    expect((await begin(region.helper, [hospitalDesk()], { forwardOf: id })).forwarded).toBe(true);
    expect(await refusal(begin(region.physician, [hospitalDesk()], { forwardOf: id }))).toBe("notFound");
  });
});

describe("taking a letter back", () => {
  it("works while nobody has read it: redacted, the room left by all, the history kept for both", async () => {
    const { id } = await send(region.careManager, [inPerson(region.helper)]);
    expect(await refusal(recall(region.helper, id))).toBe("notFound");
    const outbox = await outboxOf(hub, () => recall(region.careManager, id));
    expect(outbox.map(({ kind }) => kind)).toEqual(["mail.redact", "room.close"]);
    expect(await look(region.careManager, id)).toMatchObject({
      state: "recalled",
      recallReason: "宛先違い",
      roomId: null,
    });
    expect(await look(region.helper, id)).toMatchObject({ state: "recalled", unread: false, recallReason: "" });
    expect(await box(region.helper, "inbox")).toContain(id);
    expect(await refusal(open(region.helper, id))).toBe("mailRecalled");
    expect(await refusal(recall(region.careManager, id))).toBe("mailRecalled");
  });

  it("is refused once one of the recipients has read it, by name", async () => {
    const { id } = await send(region.careManager, [inPerson(region.helper), hospitalDesk()]);
    await open(region.helper, id);
    await expect(recall(region.careManager, id)).rejects.toMatchObject({
      code: "mailAlreadyRead",
      values: { name: region.helper.name },
    });
  });
});

describe("an organisation's own desk", () => {
  it("is made, changed and ended by its administrator, with people who work there", async () => {
    const { organisationId } = region.careManager;
    const body = {
      organisationId,
      name: "緊急連絡係",
      nameKana: "キンキュウレンラクガカリ",
      members: [region.helper.staffId],
    };
    const add = (by: Worker, change = {}) => hub.as(by, (unit) => addMailGroup(unit, { ...body, ...change }));
    expect(await refusal(add(region.careManager))).toBe("forbidden");
    expect(await refusal(add(region.officeAdmin, { members: [region.nurse.staffId] }))).toBe("invalidInput");
    const [group] = (await add(region.officeAdmin)).groups;
    const mailGroupId = group?.id as never;
    const found = (await directory(region.nurse, "きんきゅう")).groups;
    expect(found).toMatchObject([{ name: "緊急連絡係", members: 1 }]);
    const members = [region.careManager.staffId];
    await hub.as(region.officeAdmin, (unit) => changeMailGroup(unit, { ...body, mailGroupId, members }));
    const to: MailAddress[] = [{ kind: "group", organisationId, group: mailGroupId }];
    expect((await send(region.nurse, to)).to).toMatchObject([
      { staffId: region.careManager.staffId, groupName: "緊急連絡係" },
    ]);
    await hub.as(region.officeAdmin, (unit) => endMailGroup(unit, { organisationId, mailGroupId }));
    expect(await refusal(begin(region.nurse, to))).toBe("mailNotReachable");
  });
});

it("whoever does not work there any more reads none of its letters and is out of their rooms", async () => {
  const leaver = await hire(hub, region.operator, region.careManager.organisationId, "helper");
  const { id } = await send(region.careManager, [inPerson(leaver)]);
  const outbox = await outboxOf(hub, () =>
    hub.as(region.officeAdmin, (unit) => endMembership(unit, { membershipId: leaver.membershipId })),
  );
  const removed = outbox.filter(({ kind }) => kind === "room.remove").map(({ payload }) => payload);
  expect(removed).toHaveLength(2); // the letter's room and the organisation's
  expect(await refusal(open(leaver, id))).toBe("forbidden");
  expect((await look(region.careManager, id)).to).toMatchObject([{ staffId: leaver.staffId, readAt: null }]);
});
