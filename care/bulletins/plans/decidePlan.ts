import type { BulletinPlanId } from "@tsunagi/contracts/ids";
import type { BulletinPlanView } from "@tsunagi/contracts/rest/bulletinPlans";
import { CareError } from "../../kernel/errors.ts";
import type { StaffUnit } from "../../kernel/unit.ts";
import { holdPlan, takeStep, tellOwnRoom } from "./hold.ts";
import { release } from "./release.ts";
import { writersOf } from "./rules.ts";
import { viewPlan } from "./viewPlan.ts";

/**
 * Lets a colleague's bulletin go: at its time, or now when it has none or it is past.
 * @throws CareError notFound, forbidden, bulletinOwnApproval, bulletinPlanDone, bulletinForNobody, bulletinPeriodOver
 */
export async function approvePlan(unit: StaffUnit, { planId }: { planId: BulletinPlanId }): Promise<BulletinPlanView> {
  const { plan, job } = await holdWaiting(unit, planId);
  if (writersOf(plan).includes(unit.actor.staffId))
    throw new CareError("bulletinOwnApproval", {}, { denied: { action: "bulletin.approve", subjectId: planId } });
  const { goesAt } = plan.input;
  await takeStep(unit, plan, "approved", { state: "scheduled" });
  if (goesAt === null || new Date(goesAt) <= unit.now) await release(unit, plan);
  else await tellOwnRoom(unit, plan, "scheduled");
  unit.audit({ action: "bulletin.approve", job, subjectId: planId, detail: { goesAt } });
  return viewPlan(unit, planId);
}

/** Sends it back to its writer with the reason (差戻し). @throws CareError notFound, forbidden, bulletinPlanDone */
export async function returnPlan(
  unit: StaffUnit,
  { planId, reason }: { planId: BulletinPlanId; reason: string },
): Promise<BulletinPlanView> {
  const { plan, job } = await holdWaiting(unit, planId);
  await takeStep(unit, plan, "returned", { state: "returned" }, reason);
  await tellOwnRoom(unit, plan, "returned", reason);
  unit.audit({ action: "bulletin.returnPlan", job, subjectId: planId });
  return viewPlan(unit, planId);
}

async function holdWaiting(unit: StaffUnit, planId: BulletinPlanId) {
  const held = await holdPlan(unit, planId, "bulletin.approve");
  if (held.plan.state !== "waiting") throw new CareError("bulletinPlanDone");
  return held;
}
