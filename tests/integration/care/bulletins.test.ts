import { cancelBulletin, correctBulletin, remindOfBulletin } from "@tsunagi/care/bulletins/amendBulletin";
import { answerBulletin } from "@tsunagi/care/bulletins/answerBulletin";
import { previewAudience } from "@tsunagi/care/bulletins/audience";
import { postBulletin } from "@tsunagi/care/bulletins/postBulletin";
import { listBulletins, readBulletin } from "@tsunagi/care/bulletins/viewBulletin";
import { firstOfLanes } from "@tsunagi/care/outbox/store";
import type { BulletinId } from "@tsunagi/contracts/ids";
import { type BulletinInput, bulletinInput } from "@tsunagi/contracts/rest/bulletins";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  buildRegion,
  MISHIMA,
  NUMAZU,
  openTestHub,
  outboxOf,
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
});
afterAll(() => hub.close());

type Said = Partial<Omit<BulletinInput, "audience">> & { audience?: Partial<BulletinInput["audience"]> };
const input = (said: Said = {}): BulletinInput =>
  bulletinInput.parse({
    ...{
      title: "台風の被害状況",
      body: "被害を知らせてください。",
      category: "disaster",
      urgency: "routine",
      ask: "damage",
    },
    ...said,
    audience: { municipalities: [MISHIMA], kinds: ["careProvider", "homeNursing"], ...said.audience },
  });
const post = (said: Said = {}, by: Worker = region.cityStaff) => hub.as(by, (unit) => postBulletin(unit, input(said)));
const preview = (audience: Said["audience"]) =>
  hub.as(region.cityStaff, (unit) => previewAudience(unit, { audience: input({ audience: audience ?? {} }).audience }));
const read = (by: Worker, bulletinId: BulletinId) => hub.as(by, (unit) => readBulletin(unit, { bulletinId }));
const remind = (bulletinId: BulletinId) => hub.as(region.cityStaff, (unit) => remindOfBulletin(unit, { bulletinId }));
const answer = (by: Worker, bulletinId: BulletinId, said: "canAccept" | "noDamage" | "attending", count = 2) =>
  hub.as(by, (unit) =>
    answerBulletin(unit, { bulletinId, organisationId: by.organisationId, answer: said, count, note: "" }),
  );
const reachOf = async (bulletinId: BulletinId, by: Worker) =>
  (await read(region.cityStaff, bulletinId)).reach?.find((place) => place.organisationId === by.organisationId);

describe("a bulletin's audience", () => {
  it("is region × kind, shown before it goes", async () => {
    const { total, organisations } = await preview({});
    expect(total).toBe(2);
    expect(organisations.map(({ name }) => name)).toEqual(["みほん居宅介護支援事業所", "みほん訪問看護ステーション"]);
  });

  it("can be a whole medical area, and roles within it", async () => {
    const { organisations } = await preview({
      areas: ["suntoTagata"],
      municipalities: [],
      kinds: [],
      roles: ["nurse"],
    });
    expect(organisations.map(({ name, municipality }) => [name, municipality])).toEqual([["みほん総合病院", NUMAZU]]);
  });

  it("leaves out the organisation that posts it", async () => {
    const { organisations } = await preview({ kinds: [] });
    expect(organisations.map(({ name }) => name)).not.toContain("みほん市役所");
    expect(organisations.length).toBeGreaterThan(2);
  });

  it("must not be empty, and is chosen by whoever may write", async () => {
    expect(await refusal(post({ audience: { municipalities: ["223069"] } }))).toBe("bulletinForNobody");
    expect(await refusal(post({}, region.helper))).toBe("forbidden");
  });
});

describe("sending", () => {
  it("puts one message into each facility's room, and one more for each version", async () => {
    let id: BulletinId | undefined;
    const first = await outboxOf(hub, async () => {
      ({ id } = await post());
    });
    expect(first.map(({ kind }) => kind)).toEqual(["room.notice", "room.notice"]);
    expect(new Set(first.map(({ lane }) => lane)).size).toBe(2);
    const bulletinId = id as BulletinId;
    const second = await outboxOf(hub, () =>
      hub.as(region.cityStaff, (unit) => correctBulletin(unit, { bulletinId, title: "訂正", body: "新しい本文" })),
    );
    expect(second).toHaveLength(2);
    const view = await read(region.careManager, bulletinId);
    expect(view).toMatchObject({ title: "訂正", version: 2 });
    expect(view.versions.map(({ title }) => title)).toEqual(["訂正", "台風の被害状況"]);
  });

  it("lets an urgent one pass a routine one and everything else", async () => {
    await post();
    await post({ urgency: "urgent" });
    const waiting = await hub.system((unit) => firstOfLanes(unit.tx, [], 100));
    const priorities = waiting.map(({ priority }) => priority);
    expect(priorities.slice(0, 2)).toEqual([10, 10]);
    expect(priorities).toEqual([...priorities].sort((a, b) => b - a));
    expect(priorities.at(-1)).toBe(-10);
  });
});

describe("reach", () => {
  it("shows who has read, and marks it read for that person only", async () => {
    const { id } = await post();
    const unread = async (by: Worker) =>
      (await hub.as(by, (unit) => listBulletins(unit, { time: "current" }))).bulletins.find(
        (bulletin) => bulletin.id === id,
      )?.unread;
    expect(await unread(region.careManager)).toBe(true);
    await read(region.careManager, id);
    await read(region.careManager, id);
    expect(await unread(region.careManager)).toBe(false);
    expect(await unread(region.helper)).toBe(true);
    expect((await reachOf(id, region.careManager))?.readers).toEqual([region.careManager.name]);
    expect((await reachOf(id, region.visitingNurse))?.readers).toEqual([]);
  });

  it("keeps the newest answer of a facility, and reminds only those without one", async () => {
    const { id } = await post();
    await answer(region.careManager, id, "canAccept");
    await answer(region.careManager, id, "noDamage");
    expect(await reachOf(id, region.careManager)).toMatchObject({ answer: "noDamage", count: null });
    const reminders = await outboxOf(hub, () => remind(id));
    expect(reminders).toHaveLength(1);
    await answer(region.visitingNurse, id, "canAccept");
    expect(await reachOf(id, region.visitingNurse)).toMatchObject({ answer: "canAccept", count: 2 });
    expect(await remind(id)).toEqual({ reminded: 0 });
  });

  it("takes no answer that was not offered, none from elsewhere, and none after it was taken back", async () => {
    const { id } = await post();
    expect(await refusal(answer(region.careManager, id, "attending"))).toBe("bulletinAsksOther");
    expect(await refusal(answer(region.nurse, id, "noDamage"))).toBe("notFound");
    await hub.as(region.cityStaff, (unit) => cancelBulletin(unit, { bulletinId: id, reason: "日付の誤り" }));
    expect(await refusal(answer(region.careManager, id, "noDamage"))).toBe("bulletinCancelled");
    expect(await read(region.careManager, id)).toMatchObject({ cancelled: true, cancelReason: "日付の誤り" });
  });

  it("is seen by whom it was for and who posted it; only the poster's organisation changes it", async () => {
    const { id } = await post();
    expect(await refusal(read(region.nurse, id))).toBe("notFound");
    expect((await read(region.careManager, id)).reach).toBeNull();
    const asOther = hub.as(region.socialWorker, (unit) => cancelBulletin(unit, { bulletinId: id, reason: "x" }));
    expect(await refusal(asOther)).toBe("forbidden");
  });
});
