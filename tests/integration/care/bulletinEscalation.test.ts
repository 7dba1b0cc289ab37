import { correctBulletin } from "@tsunagi/care/bulletins/amendBulletin";
import { answerBulletin } from "@tsunagi/care/bulletins/answerBulletin";
import { escalateSilent } from "@tsunagi/care/bulletins/escalation/escalate";
import { postBulletin } from "@tsunagi/care/bulletins/postBulletin";
import { readBulletin, viewBulletin } from "@tsunagi/care/bulletins/viewBulletin";
import { readDuty, saveDuty } from "@tsunagi/care/organisations/duty/duty";
import type { BulletinId } from "@tsunagi/contracts/ids";
import { type BulletinInput, bulletinInput } from "@tsunagi/contracts/rest/bulletins";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  buildRegion,
  MISHIMA,
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

const post = (ask: BulletinInput["ask"] = "damage") =>
  hub.as(region.cityStaff, (unit) =>
    postBulletin(
      unit,
      bulletinInput.parse({
        ...{ title: "台風の被害状況", body: "被害を知らせてください。", category: "disaster", urgency: "routine", ask },
        ...{ audience: { municipalities: [MISHIMA], kinds: ["careProvider", "homeNursing"] }, acknowledgeWithin: 15 },
      }),
    ),
  );
const answer = (by: Worker, bulletinId: BulletinId, place = by.organisationId) =>
  hub.as(by, (unit) =>
    answerBulletin(unit, { bulletinId, organisationId: place, answer: "noDamage", count: null, note: "" }),
  );
const escalate = () => hub.system(escalateSilent);
const told = async () =>
  (await outboxOf(hub, escalate)).flatMap(({ kind, lane, payload }) =>
    kind === "room.notice" && payload.notice.notice === "bulletin" ? [{ lane, ...payload.notice.bulletin }] : [],
  );
const placeOf = (bulletinId: BulletinId, { organisationId }: Worker) =>
  hub.as(region.cityStaff, async (unit) => {
    unit.audit({ action: "bulletin.read", subjectId: bulletinId });
    return (await viewBulletin(unit, bulletinId)).reach?.find((place) => place.organisationId === organisationId);
  });
const setDuty = (by: Worker, role: "helper" | null, deputy: Worker | null) =>
  hub.as(by, (unit) =>
    saveDuty(unit, { organisationId: by.organisationId, role, deputyId: deputy?.organisationId ?? null }),
  );

it("calls the role on duty, then the deputy, each once, and nobody who has answered", async () => {
  await setDuty(region.officeAdmin, "helper", region.centreAdmin);
  const { id } = await post();
  await answer(region.visitingNurse, id);
  expect(await escalate()).toBe(0);

  hub.clock.advance(16);
  const duty = await told();
  expect(duty).toHaveLength(1);
  expect(duty[0]).toMatchObject({
    news: "duty",
    silent: { role: "helper", people: [{ userId: region.helper.userId }] },
  });
  expect(duty[0]?.lane).toMatch(/:bulletin:urgent$/);
  expect(await escalate()).toBe(0);

  hub.clock.advance(31);
  const deputy = await told();
  expect(deputy.map(({ news }) => news)).toEqual(["deputy", "deputyCalled"]);
  hub.clock.advance(24 * 60);
  expect(await escalate()).toBe(0);
  expect((await placeOf(id, region.officeAdmin))?.escalations).toMatchObject([
    { step: "duty", role: "helper", deputy: null },
    { step: "deputy", role: null, deputy: "みほん地域包括支援センター" },
  ]);
  const rows = (await hub.auditRows()).filter((row) => row.action === "bulletin.escalate" && row.subject_id === id);
  expect(rows).toHaveLength(2);
});

it("lets the deputy that was called answer in the facility's place, and nobody else", async () => {
  const { id } = await post();
  expect(await refusal(answer(region.socialWorker, id, region.officeAdmin.organisationId))).toBe("forbidden");
  hub.clock.advance(16);
  await escalate();
  hub.clock.advance(31);
  await escalate();
  const view = await hub.as(region.socialWorker, (unit) => readBulletin(unit, { bulletinId: id }));
  expect(view.answering.map(({ name }) => name)).toEqual(["みほん居宅介護支援事業所"]);
  await answer(region.socialWorker, id, region.officeAdmin.organisationId);
  expect(await placeOf(id, region.officeAdmin)).toMatchObject({
    answer: "noDamage",
    answeredFor: "みほん地域包括支援センター",
    readers: [],
  });
  expect(await refusal(answer(region.nurse, id, region.officeAdmin.organisationId))).toBe("forbidden");
});

it("calls whoever runs the organisation where no duty is set, and stops there without a deputy", async () => {
  await setDuty(region.officeAdmin, null, null);
  const { id } = await post("nothing");
  await hub.as(region.visitingNurse, (unit) => readBulletin(unit, { bulletinId: id }));
  hub.clock.advance(16);
  const [call, ...others] = await told();
  expect(others).toEqual([]);
  expect(call?.silent?.people.map(({ userId }) => userId)).toEqual([region.officeAdmin.userId]);
  hub.clock.advance(31);
  expect(await escalate()).toBe(0);
});

it("begins anew with a correction", async () => {
  const { id } = await post("nothing");
  hub.clock.advance(14);
  await hub.as(region.cityStaff, (unit) =>
    correctBulletin(unit, { bulletinId: id, title: "訂正", body: "新しい本文" }),
  );
  hub.clock.advance(14);
  expect(await escalate()).toBe(0);
  hub.clock.advance(2);
  expect(await escalate()).toBe(2);
});

it("takes two hubs at once for one: every step is taken by either", async () => {
  await post("confirm");
  hub.clock.advance(16);
  const [one, other] = await Promise.all([escalate(), escalate()]);
  expect(one + other).toBe(2);
});

it("is set by whoever runs the organisation, never to itself", async () => {
  const { organisationId } = region.officeAdmin;
  expect(await refusal(setDuty(region.officeAdmin, null, region.helper))).toBe("dutyOwnDeputy");
  expect(await refusal(setDuty(region.helper, null, null))).toBe("forbidden");
  await setDuty(region.officeAdmin, "helper", region.centreAdmin);
  expect(await hub.as(region.officeAdmin, (unit) => readDuty(unit, { organisationId }))).toMatchObject({
    role: "helper",
    deputy: { name: "みほん地域包括支援センター" },
  });
});
