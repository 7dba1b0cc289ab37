import { createLog } from "@tsunagi/appservice/log/log";
import { pushDeliverers } from "@tsunagi/appservice/outbox/pushes";
import { pushGateway } from "@tsunagi/appservice/push/gateway";
import { PushService } from "@tsunagi/appservice/push/pushService";
import { postBulletin } from "@tsunagi/care/bulletins/postBulletin";
import { readByReceipts } from "@tsunagi/care/bulletins/reach/readByReceipts";
import { pushMessage } from "@tsunagi/care/notices/chat";
import { subscribePush, tryPush, unsubscribePush } from "@tsunagi/care/notices/devices/subscribe";
import { fallOn } from "@tsunagi/care/notices/falling/fall";
import { notifyOfMessage } from "@tsunagi/care/notices/notifyOfMessage";
import { reviewNotices } from "@tsunagi/care/notices/reach/reviewNotices";
import { readRooms } from "@tsunagi/care/notices/readRooms";
import { confirmNotice, listNotices, openNotice } from "@tsunagi/care/notices/receipts";
import { releaseNotices } from "@tsunagi/care/notices/release";
import { readNoticeSettings, saveNoticeSettings } from "@tsunagi/care/notices/settings";
import {
  type MatrixDeviceId,
  matrixDeviceId,
  type NoticeReceiptId,
  noticeId,
  noticeReceiptId,
} from "@tsunagi/contracts/ids";
import { bulletinInput } from "@tsunagi/contracts/rest/bulletins";
import { FIRST_NOTICE_SETTINGS, type NoticeSettings } from "@tsunagi/contracts/rest/notices";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  buildRegion,
  MISHIMA,
  openTestHub,
  type Region,
  sent,
  type TestHub,
  type Worker,
} from "../../env/careFixture.ts";
import { type LocalPushService, openPushService, type Received, type Subscribed } from "../../env/pushService.ts";

let hub: TestHub;
let region: Region;
let browsers: LocalPushService;
let service: PushService;
let serial = 0;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
  await hub.db.sql("update room set matrix_room_id = '!' || id || ':hub.example', state = 'open'");
  browsers = await openPushService();
  service = new PushService({ subject: "mailto:it@hub.example", allowedHosts: ["127.0.0.1"] });
});
afterAll(async () => {
  await service.close();
  await browsers.close();
  await hub.close();
});
beforeEach(async () => {
  await hub.db.sql("update push_subscription set ended_at = now() where ended_at is null");
  await hub.db.sql("delete from notice");
  await hub.db.sql("delete from notice_settings");
  await delivered();
});

/** Whatever waits is done with. */
const delivered = () => hub.db.sql("update outbox_message set state = 'sent', sent_at = now() where state <> 'sent'");

/** Somebody's browser takes pushes. */
async function takePushes(who: Worker, deviceId: MatrixDeviceId = matrixDeviceId.parse("PHONE")) {
  const { vapidKey } = await hub.as(who, (unit) => readNoticeSettings(unit, deviceId));
  const browser = browsers.subscribe(vapidKey);
  const address = { ...browser.address, language: "ja" as const };
  const id = await hub.as(who, (unit) => subscribePush(unit, { deviceId, address }));
  return { browser, id, deviceId };
}

/** The outbox's work for pushes, by the hub's own deliverer. */
async function deliverPushes(): Promise<(string | null)[]> {
  const deliverer = pushDeliverers(hub.care, service)["push.send"];
  const pushes = await sent(hub, "push.send");
  await delivered();
  return Promise.all(pushes.map((payload) => deliverer({ key: "", payload })));
}

const choose = (who: Worker, change: Partial<NoticeSettings>) =>
  hub.as(who, (unit) => saveNoticeSettings(unit, { ...FIRST_NOTICE_SETTINGS, ...change }));
/** No quiet hours: the clock of these tests begins at nine in the morning in Japan and goes on. */
const AWAKE = { quiet: { on: false, from: "21:00", to: "07:00" } };
const ROOM = "!conversation:hub.example";

/** A message the care manager writes for these people. */
async function write(to: readonly Worker[], { urgent = false, asks = true } = {}): Promise<string> {
  serial += 1;
  const eventId = `$message${serial}`;
  const userIds = to.map(({ userId }) => userId);
  const about = { roomId: ROOM, eventId, sender: region.careManager.userId, userIds, asks, urgent };
  await hub.system((unit) => notifyOfMessage(unit, about));
  return eventId;
}
const list = async (who: Worker) => (await hub.as(who, (unit) => listNotices(unit))).notices;
const only = ({ received }: Subscribed): Received => {
  const [first] = received;
  if (!first || received.length > 1) throw new Error(`${received.length} pushes came`);
  return first;
};
const receiptOf = (browser: Subscribed): NoticeReceiptId => noticeReceiptId.parse(only(browser).payload.receipt);
const fall = () => hub.system(fallOn);
const said = async () =>
  (await sent(hub, "room.notice")).flatMap(({ notice }) => (notice.notice === "noticeUnseen" ? [notice] : []));

describe("a push", () => {
  it("comes signed and encrypted, and says nothing but which sentence and which page", async () => {
    await choose(region.visitingNurse, AWAKE);
    const { browser } = await takePushes(region.visitingNurse);
    await write([region.visitingNurse], { urgent: true });
    expect(await deliverPushes()).toEqual(["taken"]);
    const { payload, headers, body } = only(browser);
    expect(payload).toEqual({
      ...{ kind: "confirmation", urgent: true, language: "ja", place: `/rooms/${encodeURIComponent(ROOM)}` },
      receipt: expect.stringMatching(/^ndl_/),
    });
    expect(headers["urgency"]).toBe("high");
    expect(body.includes("confirmation")).toBe(false);
  });

  it("is confirmed step by step: taken by the push service, shown, acted on", async () => {
    await choose(region.visitingNurse, AWAKE);
    const { browser } = await takePushes(region.visitingNurse);
    await write([region.visitingNurse]);
    const person = async () => (await hub.as(region.careManager, (unit) => reviewNotices(unit))).reaches[0]?.people[0];
    expect(await person()).toMatchObject({ devices: 1, deliveredAt: null, shownAt: null });
    await deliverPushes();
    expect(await person()).toMatchObject({ deliveredAt: expect.any(String), shownAt: null, actedAt: null });
    const receipt = receiptOf(browser);
    await hub.system((unit) => confirmNotice(unit, { receipt, what: "shown" }));
    expect(await person()).toMatchObject({ shownAt: expect.any(String), actedAt: null });
    await hub.system((unit) => confirmNotice(unit, { receipt, what: "acted" }));
    expect(await person()).toMatchObject({ actedAt: expect.any(String) });
  });

  it("goes to every device of a person but once to each, and to none that was signed out", async () => {
    await choose(region.visitingNurse, AWAKE);
    const phone = await takePushes(region.visitingNurse);
    const tablet = await takePushes(region.visitingNurse, matrixDeviceId.parse("TABLET"));
    const gone = await takePushes(region.visitingNurse, matrixDeviceId.parse("OLD"));
    await hub.as(region.visitingNurse, (unit) => unsubscribePush(unit, gone.deviceId));
    await write([region.visitingNurse]);
    await deliverPushes();
    const counts = [phone, tablet, gone].map(({ browser }) => browser.received.length);
    expect(counts).toEqual([1, 1, 0]);
  });

  it("ends a subscription its push service knows no more, and waits where the service is busy", async () => {
    await choose(region.visitingNurse, AWAKE);
    const { browser, deviceId } = await takePushes(region.visitingNurse);
    browser.answer = 503;
    await hub.as(region.visitingNurse, (unit) => tryPush(unit, deviceId));
    await expect(deliverPushes()).rejects.toThrow("503");
    browser.answer = 410;
    await write([region.visitingNurse]);
    expect(await deliverPushes()).toEqual(["gone"]);
    const { subscription } = await hub.as(region.visitingNurse, (unit) => readNoticeSettings(unit, deviceId));
    expect(subscription).toBeNull();
  });

  it("never goes to an address inside, whatever stands in the database", async () => {
    const strict = new PushService({ subject: "mailto:it@hub.example", allowedHosts: [] });
    await choose(region.visitingNurse, AWAKE);
    const { browser } = await takePushes(region.visitingNurse);
    await write([region.visitingNurse]);
    const pushes = await sent(hub, "push.send");
    const deliverer = pushDeliverers(hub.care, strict)["push.send"];
    expect(await Promise.all(pushes.map((payload) => deliverer({ key: "", payload })))).toEqual(["refused"]);
    expect(browser.received).toEqual([]);
    await strict.close();
  });
});

describe("settings", () => {
  it("decide for each person: pushed, in the list only, or not told", async () => {
    const { visitingNurse, helper, physician } = region;
    const ways = (way: "inApp" | "off") => ({
      ...FIRST_NOTICE_SETTINGS.ways,
      confirmation: { routine: way, urgent: way },
    });
    await choose(visitingNurse, AWAKE);
    await choose(helper, { ...AWAKE, ways: ways("inApp") });
    await choose(physician, { ...AWAKE, ways: ways("off") });
    for (const who of [visitingNurse, helper, physician]) await takePushes(who);
    await write([visitingNurse, helper, physician]);
    expect(await deliverPushes()).toEqual(["taken"]);
    expect((await Promise.all([visitingNurse, helper, physician].map(list))).map(({ length }) => length)).toEqual([
      1, 1, 0,
    ]);
  });

  it("hold routine notices of the night back and push them as one when it is over", async () => {
    const now = hub.clock.now();
    const clock = (minutes: number) =>
      new Date(now.getTime() + (minutes + 9 * 60) * 60_000).toISOString().slice(11, 16);
    await choose(region.visitingNurse, { quiet: { on: true, from: clock(-60), to: clock(60) } });
    const { browser } = await takePushes(region.visitingNurse);
    await write([region.visitingNurse]);
    await write([region.visitingNurse]);
    await write([region.visitingNurse], { urgent: true });
    expect(await deliverPushes()).toEqual(["taken"]); // the urgent one breaks through
    expect(await hub.system(releaseNotices)).toBe(0);
    hub.clock.advance(61);
    expect(await hub.system(releaseNotices)).toBe(2);
    await deliverPushes();
    expect(browser.received.map(({ payload }) => payload.kind)).toEqual(["confirmation", "digest"]);
    expect(await hub.system(releaseNotices)).toBe(0);
  });
});

describe("an urgent notice that is not shown", () => {
  it("falls to the organisation's room, by name, and then to those on duty there, each once", async () => {
    await choose(region.visitingNurse, AWAKE);
    await choose(region.stationAdmin, { ...AWAKE, duty: "onDuty" });
    await write([region.visitingNurse], { urgent: true });
    await delivered();
    expect(await fall()).toBe(0);
    hub.clock.advance(6);
    expect(await fall()).toBe(1);
    expect(await said()).toMatchObject([{ names: [region.visitingNurse.name], users: [region.visitingNurse.userId] }]);
    expect(await list(region.stationAdmin)).toEqual([]);
    hub.clock.advance(6);
    expect(await fall()).toBe(1);
    expect(await list(region.stationAdmin)).toHaveLength(1);
    hub.clock.advance(60);
    expect(await fall()).toBe(0);
  });

  it("does not fall when it was seen: in the list, by opening it, or by reading its room", async () => {
    const { visitingNurse, helper, physician } = region;
    await write([visitingNurse, helper, physician], { urgent: true });
    await list(visitingNurse);
    await readRooms(hub.care, [{ matrixRoomId: ROOM, userId: helper.userId, at: hub.clock.now() }]);
    const [row] = await hub.db.sql<{ id: string }>(`select id from notice where staff_id = '${physician.staffId}'`);
    await hub.as(physician, (unit) => openNotice(unit, { noticeId: noticeId.parse(row?.id) }));
    hub.clock.advance(60);
    expect(await fall()).toBe(0);
  });

  it("of a whole organisation is in time when anybody of it has seen it", async () => {
    const input = bulletinInput.parse({
      ...{ title: "台風", body: "備えてください。", category: "disaster", urgency: "urgent", ask: "nothing" },
      audience: { municipalities: [MISHIMA], kinds: ["homeNursing"] },
    });
    await hub.as(region.cityStaff, (unit) => postBulletin(unit, input));
    expect((await list(region.stationAdmin)).map(({ kind }) => kind)).toEqual(["bulletin"]);
    hub.clock.advance(60);
    await fall();
    expect(await said()).toEqual([]);
  });
});

it("a bulletin read in the facility's room is done with in the list of notices, too", async () => {
  const input = bulletinInput.parse({
    ...{ title: "大雨", body: "備えてください。", category: "disaster", urgency: "urgent", ask: "nothing" },
    audience: { municipalities: [MISHIMA], kinds: ["homeNursing"] },
  });
  await hub.as(region.cityStaff, (unit) => postBulletin(unit, input));
  await hub.db.sql(
    "update outbox_message set state = 'sent', sent_at = now(), result = '$' || idempotency_key where state <> 'sent'",
  );
  const [room] = await hub.db.sql<{ id: string }>(
    `select id from room where organisation_id = '${region.visitingNurse.organisationId}'`,
  );
  const [message] = await hub.db.sql<{ result: string }>(
    `select result from outbox_message where result like '$room.notice:${room?.id}:bulletin:%' order by id desc limit 1`,
  );
  const place = { matrixRoomId: `!${room?.id}:hub.example`, eventId: message?.result ?? "" };
  const receipt = { ...place, userId: region.visitingNurse.userId, at: hub.clock.now() };
  expect(await readByReceipts(hub.care, [receipt], async () => undefined)).toBeGreaterThan(0);
  expect(await list(region.visitingNurse)).toMatchObject([{ unseen: false, actedAt: expect.any(String) }]);
});

describe("the push gateway", () => {
  const gateway = (isOwn = false) =>
    pushGateway({ care: hub.care, isOwnEvent: async () => isOwn, log: createLog("fatal") });
  const ask = (pushkey: string, appId = "jp.tsunagi.web") => ({
    notification: { event_id: "$new", room_id: ROOM, devices: [{ app_id: appId, pushkey }] },
  });

  it("tells the device of a new message, rejects what it does not know, and is silent of the hub's own", async () => {
    await choose(region.visitingNurse, AWAKE);
    const { browser, id } = await takePushes(region.visitingNurse);
    expect(await gateway(true)(ask(id))).toEqual({ status: 200, body: { rejected: [] } });
    expect(await deliverPushes()).toEqual([]);
    expect(await gateway()(ask(id))).toEqual({ status: 200, body: { rejected: [] } });
    await deliverPushes();
    expect(only(browser).payload).toMatchObject({ kind: "chat", receipt: null });
    expect(await gateway()(ask("psb_unknown"))).toEqual({ status: 200, body: { rejected: ["psb_unknown"] } });
    expect(await gateway()(ask(id, "somebody.else"))).toEqual({ status: 200, body: { rejected: [id] } });
    expect((await gateway()({ nonsense: true })).status).toBe(400);
  });

  it("gives a suspended person's device back", async () => {
    const { id } = await takePushes(region.helper);
    await hub.db.sql(`update staff set status = 'suspended' where id = '${region.helper.staffId}'`);
    const push = { pushkey: id, roomId: ROOM, eventId: "$later" };
    expect(await hub.system((unit) => pushMessage(unit, push))).toBe(false);
    await hub.db.sql(`update staff set status = 'active' where id = '${region.helper.staffId}'`);
  });
});
