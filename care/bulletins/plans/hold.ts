import type { BulletinPlanAct, BulletinPlanState } from "@tsunagi/contracts/codes/bulletins";
import type { BulletinId, BulletinPlanId } from "@tsunagi/contracts/ids";
import type { BulletinPlanInput } from "@tsunagi/contracts/rest/bulletinPlans";
import { type Job, organisationsOf } from "../../kernel/actor.ts";
import { CareError, found } from "../../kernel/errors.ts";
import type { StaffUnit, Unit } from "../../kernel/unit.ts";
import { authorise } from "../../permissions/authorise.ts";
import { tellRoom } from "../../rooms/makeRoom.ts";
import { roomOfOrganisation } from "../../rooms/store.ts";
import { isOpen } from "./rules.ts";
import { insertStep, lockPlan, type PlanRow, updatePlan } from "./store.ts";

/**
 * A plan that can still be acted on, held against everybody else, the clock too.
 * @throws CareError notFound, forbidden, bulletinPlanDone
 */
export async function holdPlan(
  unit: StaffUnit,
  planId: BulletinPlanId,
  permission: "bulletin.write" | "bulletin.approve",
): Promise<{ plan: PlanRow; job: Job }> {
  const plan = found(await lockPlan(unit.tx, planId));
  found(organisationsOf(unit.actor).includes(plan.organisationId) || null);
  const job = await authorise(unit, permission, { organisationIds: [plan.organisationId] });
  if (!isOpen(plan)) throw new CareError("bulletinPlanDone");
  return { plan, job };
}

/** Writes down what was done with it and what it is now. */
export async function takeStep(
  unit: Unit,
  plan: Pick<PlanRow, "id" | "input">,
  act: BulletinPlanAct,
  now: { state: BulletinPlanState; input?: BulletinPlanInput; bulletinId?: BulletinId },
  reason = "",
): Promise<void> {
  await updatePlan(unit.tx, plan.id, now);
  const byId = unit.actor.kind === "staff" ? unit.actor.staffId : null;
  await insertStep(unit.tx, plan.id, { act, reason, byId, at: unit.now }, now.input ?? plan.input);
}

/** Tells the organisation's own room what became of its bulletin, so that nobody has to look for it. */
export async function tellOwnRoom(
  unit: Unit,
  plan: Pick<PlanRow, "id" | "organisationId" | "input" | "steps">,
  state: "waiting" | "returned" | "scheduled",
  reason = "",
): Promise<void> {
  const room = await roomOfOrganisation(unit.tx, plan.organisationId);
  if (!room || room.state === "closed") return;
  const notice = { notice: "bulletinPlan", state, title: plan.input.title, reason } as const;
  await tellRoom(unit, room.id, notice, `${plan.id}:${unit.now.getTime()}`);
}
