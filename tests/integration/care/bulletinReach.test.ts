import { correctBulletin } from "@tsunagi/care/bulletins/amendBulletin";
import { postBulletin } from "@tsunagi/care/bulletins/postBulletin";
import { type Receipt, readByReceipts } from "@tsunagi/care/bulletins/reach/readByReceipts";
import { watchBulletin } from "@tsunagi/care/bulletins/reach/watchBulletin";
import type { BulletinId } from "@tsunagi/contracts/ids";
import { bulletinInput } from "@tsunagi/contracts/rest/bulletins";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  buildRegion,
  MISHIMA,
  openTestHub,
  type Region,
  refusal,
  type TestHub,
  type Worker,
} from "../../env/careFixture.ts";

let hub: TestHub;
let region: Region;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
  await hub.db.sql("update room set matrix_room_id = '!' || id || ':hub.example', state = 'open'");
});
afterAll(() => hub.close());

const post = () =>
  hub.as(region.cityStaff, (unit) =>
    postBulletin(
      unit,
      bulletinInput.parse({
        ...{
          title: "研修のお知らせ",
          body: "研修があります。",
          category: "training",
          urgency: "routine",
          ask: "nothing",
        },
        audience: { municipalities: [MISHIMA], kinds: ["careProvider", "homeNursing"] },
      }),
    ),
  );
const watch = (bulletinId: BulletinId, { staffId } = region.cityStaff) =>
  hub.care.asStaff({ staffId, channel: "web", correlationId: "watch" }, (unit) => watchBulletin(unit, { bulletinId }), {
    audited: false,
  });

/** What waits goes into its rooms, as the outbox would do it: its event is called by its key. */
const deliver = () =>
  hub.db.sql(
    "update outbox_message set state = 'sent', sent_at = now(), result = '$' || idempotency_key where state <> 'sent'",
  );

const roomOf = async ({ organisationId }: Worker) => {
  const [room] = await hub.db.sql<{ id: string }>(`select id from room where organisation_id = '${organisationId}'`);
  return room?.id ?? "";
};
const eventOf = async (who: Worker, bulletinId: BulletinId, version = 1) =>
  `$room.notice:${await roomOf(who)}:bulletin:${bulletinId}:${version}`;

const asked: string[] = [];
const reads = async (who: Worker, eventId: string, at?: Date) => {
  const receipt: Receipt = {
    matrixRoomId: `!${await roomOf(who)}:hub.example`,
    userId: who.userId,
    eventId,
    at: new Date("2026-04-01T09:00:00Z"),
  };
  return readByReceipts(hub.care, [receipt, receipt], (_, id) => {
    asked.push(id);
    return Promise.resolve(at);
  });
};
const readersOf = async (bulletinId: BulletinId, who: Worker) =>
  (await watch(bulletinId)).reach?.find((place) => place.organisationId === who.organisationId)?.readers;

it("counts whoever has read the facility's room up to the bulletin; what is corrected is unread again", async () => {
  const { id } = await post();
  expect(await reads(region.helper, await eventOf(region.helper, id))).toBe(0);
  await deliver();
  expect(await reads(region.helper, await eventOf(region.helper, id))).toBe(1);
  expect(await reads(region.helper, await eventOf(region.helper, id))).toBe(0);
  expect(await readersOf(id, region.helper)).toEqual([region.helper.name]);
  expect(await readersOf(id, region.visitingNurse)).toEqual([]);

  await hub.as(region.cityStaff, (unit) =>
    correctBulletin(unit, { bulletinId: id, title: "訂正", body: "新しい本文" }),
  );
  await deliver();
  expect(await readersOf(id, region.helper)).toEqual([]);
  expect(await reads(region.helper, await eventOf(region.helper, id, 1))).toBe(0);
  expect(await reads(region.helper, await eventOf(region.helper, id, 2))).toBe(1);
  expect(await readersOf(id, region.helper)).toEqual([region.helper.name]);
});

it("counts a receipt for something later, not for something earlier, and asks only for events it does not know", async () => {
  const first = (await post()).id;
  await deliver();
  const second = (await post()).id;
  await deliver();
  asked.length = 0;
  expect(await reads(region.helper, await eventOf(region.helper, first))).toBe(1);
  expect(await readersOf(second, region.helper)).toEqual([]);
  expect(await reads(region.careManager, await eventOf(region.careManager, second))).toBeGreaterThanOrEqual(2);
  expect(asked).toEqual([]);
  expect(await reads(region.officeAdmin, "$unknown", new Date("2020-01-01T00:00:00Z"))).toBe(0);
  expect(await reads(region.officeAdmin, "$unknown", new Date("2100-01-01T00:00:00Z"))).toBeGreaterThanOrEqual(2);
  expect(new Set(asked)).toEqual(new Set(["$unknown"]));
});

it("counts nobody of another organisation, and no room but the facility's", async () => {
  const { id } = await post();
  await deliver();
  const stranger = { ...region.helper, userId: region.nurse.userId };
  expect(await reads(stranger, await eventOf(region.helper, id))).toBe(0);
  expect(await reads(region.nurse, await eventOf(region.helper, id))).toBe(0);
  expect(await readersOf(id, region.helper)).toEqual([]);
});

it("is watched by whoever posts, with one row in the access log a quarter of an hour", async () => {
  const { id } = await post();
  const rows = async () =>
    (await hub.auditRows()).filter((row) => row.action === "bulletin.watch" && row.subject_id === id).length;
  await watch(id);
  await watch(id);
  await watch(id);
  expect(await rows()).toBe(1);
  hub.clock.advance(16);
  await watch(id);
  expect(await rows()).toBe(2);
  expect(await refusal(watch(id, region.careManager))).toBe("forbidden");
});
