import { answerBulletin } from "@tsunagi/care/bulletins/answerBulletin";
import { approvePlan, returnPlan } from "@tsunagi/care/bulletins/plans/decidePlan";
import { cancelPlan, changePlan, planBulletin, planCorrection } from "@tsunagi/care/bulletins/plans/planBulletin";
import { releaseDue } from "@tsunagi/care/bulletins/plans/release";
import { changeSettings } from "@tsunagi/care/bulletins/plans/settings";
import { listPlans, readPlan } from "@tsunagi/care/bulletins/plans/viewPlan";
import { postBulletin } from "@tsunagi/care/bulletins/postBulletin";
import { listBulletins, readBulletin } from "@tsunagi/care/bulletins/viewBulletin";
import { suspendStaff } from "@tsunagi/care/staff/suspension";
import type { BulletinId, BulletinPlanId } from "@tsunagi/contracts/ids";
import { type BulletinPlanInput, bulletinPlanInput } from "@tsunagi/contracts/rest/bulletinPlans";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  buildRegion,
  hire,
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
let chief: Worker;

beforeAll(async () => {
  hub = await openTestHub();
  region = await buildRegion(hub);
  chief = await hire(hub, region.operator, region.cityStaff.organisationId, "cityStaff");
});
afterAll(() => hub.close());

const inMinutes = (minutes: number): string => new Date(hub.clock.now().getTime() + minutes * 60_000).toISOString();
const input = (said: Partial<BulletinPlanInput> = {}): BulletinPlanInput =>
  bulletinPlanInput.parse({
    ...{ title: "研修のお知らせ", body: "研修を開きます。", category: "training", urgency: "routine", ask: "confirm" },
    audience: { municipalities: [MISHIMA], kinds: ["careProvider", "homeNursing"] },
    ...said,
  });
const plan = (said: Partial<BulletinPlanInput> = {}, by: Worker = region.cityStaff) =>
  hub.as(by, (unit) => planBulletin(unit, input(said)));
const look = (planId: BulletinPlanId) => hub.as(region.cityStaff, (unit) => readPlan(unit, { planId }));
const release = async () => {
  while (await hub.system(releaseDue));
};
const bulletinsOf = async (by: Worker, time: "current" | "past" = "current") =>
  (await hub.as(by, (unit) => listBulletins(unit, { time }))).bulletins;
const wantApproval = (approval: boolean) =>
  hub.as(region.operator, (unit) =>
    changeSettings(unit, { organisationId: region.cityStaff.organisationId, approval }),
  );

describe("a bulletin at a time", () => {
  it("goes when its time has come, once, though several look at the same moment", async () => {
    const { id } = await plan({ goesAt: inMinutes(60) });
    expect(await outboxOf(hub, release)).toHaveLength(0);
    hub.clock.advance(60);
    const sent = await outboxOf(hub, () => Promise.all([release(), release(), release()]));
    expect(sent.filter(({ kind }) => kind === "room.notice")).toHaveLength(2);
    const { state, bulletinId } = await look(id);
    expect(state).toBe("released");
    expect((await bulletinsOf(region.careManager)).map((one) => one.id)).toContain(bulletinId);
  });

  it("can be changed and called off before, with what it said kept", async () => {
    const { id } = await plan({ goesAt: inMinutes(60) });
    const changed = await hub.as(chief, (unit) =>
      changePlan(unit, { planId: id, input: input({ title: "変更後", goesAt: inMinutes(90) }) }),
    );
    expect(changed).toMatchObject({ state: "scheduled", input: { title: "変更後" } });
    const cancelled = await hub.as(region.cityStaff, (unit) => cancelPlan(unit, { planId: id }));
    expect(cancelled.steps.map(({ act }) => act)).toEqual(["written", "changed", "cancelled"]);
    hub.clock.advance(120);
    expect(await outboxOf(hub, release)).toHaveLength(0);
    expect(await refusal(hub.as(region.cityStaff, (unit) => cancelPlan(unit, { planId: id })))).toBe(
      "bulletinPlanDone",
    );
  });

  it("goes at once without a time, takes none that is past, and belongs to its organisation", async () => {
    expect((await plan()).state).toBe("released");
    expect(await refusal(plan({ goesAt: "2020-01-01T00:00:00Z" }))).toBe("bulletinTimePast");
    const { id } = await plan({ goesAt: inMinutes(60) });
    expect(await refusal(hub.as(region.socialWorker, (unit) => readPlan(unit, { planId: id })))).toBe("notFound");
    expect(await refusal(hub.as(region.socialWorker, (unit) => cancelPlan(unit, { planId: id })))).toBe("notFound");
    await hub.as(chief, (unit) => cancelPlan(unit, { planId: id }));
  });

  it("returns with the reason when nobody fits any more, or its writer may not write any more", async () => {
    const nobody = await plan({ goesAt: inMinutes(5), audience: input({}).audience });
    const gone = await hire(hub, region.operator, region.cityStaff.organisationId, "cityStaff");
    const orphan = await plan({ goesAt: inMinutes(5) }, gone);
    await hub.as(region.cityStaff, (unit) =>
      changePlan(unit, {
        planId: nobody.id,
        input: input({ goesAt: inMinutes(5), audience: { ...nobody.input.audience, municipalities: ["223069"] } }),
      }),
    );
    await hub.as(region.operator, (unit) => suspendStaff(unit, { staffId: gone.staffId, reason: "退職" }));
    hub.clock.advance(10);
    await release();
    for (const { id } of [nobody, orphan]) {
      const { state, steps } = await look(id);
      expect(state).toBe("returned");
      expect(steps.at(-1)?.reason).not.toBe("");
      expect(steps.at(-1)?.by).toBe("");
    }
  });
});

describe("approval", () => {
  it("is asked for where the organisation wants it; nobody approves their own words", async () => {
    await wantApproval(true);
    expect(await refusal(hub.as(region.cityStaff, (unit) => postBulletin(unit, input())))).toBe(
      "bulletinNeedsApproval",
    );
    const { id, state, may } = await plan();
    expect([state, may.approve]).toEqual(["waiting", false]);
    expect(await refusal(hub.as(region.cityStaff, (unit) => approvePlan(unit, { planId: id })))).toBe(
      "bulletinOwnApproval",
    );
    const { plans } = await hub.as(chief, listPlans);
    expect(plans.find((one) => one.id === id)?.may.approve).toBe(true);
    const approved = await hub.as(chief, (unit) => approvePlan(unit, { planId: id }));
    expect(approved.state).toBe("released");
    const view = await hub.as(region.careManager, (unit) =>
      readBulletin(unit, { bulletinId: approved.bulletinId as BulletinId }),
    );
    expect(view.title).toBe("研修のお知らせ");
  });

  it("sends back with a reason; changed by the approver, another one must approve", async () => {
    const { id } = await plan();
    await hub.as(chief, (unit) => returnPlan(unit, { planId: id, reason: "日付がありません" }));
    expect(await look(id)).toMatchObject({ state: "returned" });
    await hub.as(chief, (unit) => changePlan(unit, { planId: id, input: input({ title: "4月1日の研修" }) }));
    expect(await refusal(hub.as(chief, (unit) => approvePlan(unit, { planId: id })))).toBe("bulletinOwnApproval");
    const third = await hire(hub, region.operator, region.cityStaff.organisationId, "facilityAdmin");
    expect((await hub.as(third, (unit) => approvePlan(unit, { planId: id }))).state).toBe("released");
  });

  it("holds for a time and for corrections too; who is reached is decided when it goes", async () => {
    const { id } = await plan({ goesAt: inMinutes(30) });
    expect((await hub.as(chief, (unit) => approvePlan(unit, { planId: id }))).state).toBe("scheduled");
    const before = hub.as(region.operator, async (unit) => {
      unit.audit({ action: "test.close" });
      await unit.tx.room.updateMany({
        where: { organisationId: region.visitingNurse.organisationId },
        data: { state: "closed" },
      });
    });
    await before;
    hub.clock.advance(30);
    await release();
    const bulletinId = (await look(id)).bulletinId as BulletinId;
    const view = await hub.as(region.cityStaff, (unit) => readBulletin(unit, { bulletinId }));
    expect(view.reach?.map(({ name }) => name)).toEqual(["みほん居宅介護支援事業所"]);
    expect(view.needsApproval).toBe(true);
    const correction = await hub.as(region.cityStaff, (unit) =>
      planCorrection(unit, { bulletinId, title: "訂正", body: "場所が変わりました。" }),
    );
    expect((await hub.as(region.careManager, (unit) => readBulletin(unit, { bulletinId }))).version).toBe(1);
    await hub.as(chief, (unit) => approvePlan(unit, { planId: correction.id }));
    expect((await hub.as(region.careManager, (unit) => readBulletin(unit, { bulletinId }))).title).toBe("訂正");
    await wantApproval(false);
  });

  it("is turned on by the organisation's administrator only", async () => {
    const organisationId = region.cityStaff.organisationId;
    const act = hub.as(region.cityStaff, (unit) => changeSettings(unit, { organisationId, approval: true }));
    expect(await refusal(act)).toBe("forbidden");
  });
});

describe("the period", () => {
  it("moves a bulletin to the past ones after its last day: not unread, no answer wanted", async () => {
    expect(await refusal(plan({ lastDay: "2026-03-01" }))).toBe("bulletinPeriodOver");
    const lastDay = inMinutes(60 * 24).slice(0, 10);
    const bulletinId = (await plan({ lastDay })).bulletinId as BulletinId;
    const mine = async (time: "current" | "past") =>
      (await bulletinsOf(region.careManager, time)).find(({ id }) => id === bulletinId);
    expect(await mine("current")).toMatchObject({ unread: true, ended: false });
    expect(await mine("past")).toBeUndefined();
    hub.clock.advance(60 * 48);
    expect(await mine("current")).toBeUndefined();
    expect(await mine("past")).toMatchObject({ unread: false, ended: true });
    const { organisationId } = region.careManager;
    const late = hub.as(region.careManager, (unit) =>
      answerBulletin(unit, { bulletinId, organisationId, answer: "confirmed", count: null, note: "" }),
    );
    expect(await refusal(late)).toBe("bulletinEnded");
  });
});
