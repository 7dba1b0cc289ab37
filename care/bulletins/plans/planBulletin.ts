import type { BulletinId, BulletinPlanId } from "@tsunagi/contracts/ids";
import type { BulletinPlanInput, BulletinPlanView } from "@tsunagi/contracts/rest/bulletinPlans";
import type { Job } from "../../kernel/actor.ts";
import { found } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import type { StaffUnit } from "../../kernel/unit.ts";
import { holdOwn } from "../amendBulletin.ts";
import { admitPoster } from "../audience.ts";
import { shownUntil } from "../period.ts";
import { audienceOfBulletin } from "../store.ts";
import { holdPlan, takeStep, tellOwnRoom } from "./hold.ts";
import { release } from "./release.ts";
import { stateOf } from "./rules.ts";
import { approvalWanted, insertPlan, insertStep, loadPlan, updatePlan } from "./store.ts";
import { viewPlan } from "./viewPlan.ts";

/**
 * Puts a bulletin in: it goes at once, waits for its time, or waits for a colleague's approval (R16).
 * @throws CareError forbidden, bulletinTimePast, bulletinPeriodOver, bulletinForNobody
 */
export async function planBulletin(unit: StaffUnit, input: BulletinPlanInput): Promise<BulletinPlanView> {
  const job = await admitPoster(unit);
  const id = await putIn(unit, job, input, null);
  await settle(unit, id, input);
  unit.audit({ action: "bulletin.plan", job, subjectId: id, detail: { urgency: input.urgency, goesAt: input.goesAt } });
  return viewPlan(unit, id);
}

/**
 * A corrected version that a colleague looks at first.
 * @throws CareError notFound, forbidden, bulletinCancelled
 */
export async function planCorrection(
  unit: StaffUnit,
  { bulletinId, title, body }: { bulletinId: BulletinId; title: string; body: string },
): Promise<BulletinPlanView> {
  const { row, job } = await holdOwn(unit, bulletinId);
  const { category, urgency, ask } = row;
  const audience = await audienceOfBulletin(unit.tx, bulletinId);
  const input = { title, body, category, urgency, ask, audience, lastDay: null, acknowledgeWithin: null, goesAt: null };
  const id = await putIn(unit, job, input, bulletinId);
  await settle(unit, id, input);
  unit.audit({ action: "bulletin.plan", job, subjectId: id, detail: { corrects: bulletinId } });
  return viewPlan(unit, id);
}

/**
 * Changes what has not gone yet; what it said before stays in its history, and it is approved anew where that is wanted.
 * @throws CareError notFound, forbidden, bulletinPlanDone, bulletinTimePast, bulletinPeriodOver, bulletinForNobody
 */
export async function changePlan(
  unit: StaffUnit,
  { planId, input }: { planId: BulletinPlanId; input: BulletinPlanInput },
): Promise<BulletinPlanView> {
  const { plan, job } = await holdPlan(unit, planId, "bulletin.write");
  const kept = plan.corrects ? { ...plan.input, title: input.title, body: input.body } : input;
  await takeStep(unit, plan, "changed", { state: "draft", input: kept });
  await settle(unit, planId, kept);
  unit.audit({ action: "bulletin.changePlan", job, subjectId: planId, detail: { goesAt: kept.goesAt } });
  return viewPlan(unit, planId);
}

/** Calls it off (取消); it stays in the history. @throws CareError notFound, forbidden, bulletinPlanDone */
export async function cancelPlan(unit: StaffUnit, { planId }: { planId: BulletinPlanId }): Promise<BulletinPlanView> {
  const { plan, job } = await holdPlan(unit, planId, "bulletin.write");
  await takeStep(unit, plan, "cancelled", { state: "cancelled" });
  unit.audit({ action: "bulletin.cancelPlan", job, subjectId: planId });
  return viewPlan(unit, planId);
}

async function putIn(
  unit: StaffUnit,
  { organisationId }: Job,
  input: BulletinPlanInput,
  correctsId: BulletinId | null,
): Promise<BulletinPlanId> {
  const id = newId("bpl");
  const { staffId } = unit.actor;
  const data = { id, organisationId, writtenById: staffId, writtenAt: unit.now, state: "draft" as const };
  await insertPlan(unit.tx, { ...data, input, correctsId });
  await insertStep(unit.tx, id, { act: "written", reason: "", byId: staffId, at: unit.now }, input);
  return id;
}

/** Sends it on its way as far as it may go now. */
async function settle(unit: StaffUnit, id: BulletinPlanId, input: BulletinPlanInput): Promise<void> {
  const plan = found(await loadPlan(unit.tx, id));
  const state = stateOf(input, await approvalWanted(unit.tx, plan.organisationId), unit.now);
  shownUntil(input.lastDay, input.goesAt === null ? unit.now : new Date(input.goesAt));
  if (state === "now") await release(unit, plan);
  else await updatePlan(unit.tx, id, { state });
  if (state === "waiting") await tellOwnRoom(unit, plan, "waiting");
}
