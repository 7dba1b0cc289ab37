import type { BulletinId, StaffId } from "@tsunagi/contracts/ids";
import { problemSentence } from "@tsunagi/contracts/problems";
import type { Job } from "../../kernel/actor.ts";
import { CareError } from "../../kernel/errors.ts";
import type { Tx } from "../../kernel/store.ts";
import type { Unit } from "../../kernel/unit.ts";
import { reachOf } from "../../permissions/table.ts";
import { loadActor } from "../../staff/loadActor.ts";
import { saveCorrection } from "../amendBulletin.ts";
import { publish } from "../publish.ts";
import { lockBulletin } from "../store.ts";
import { takeStep, tellOwnRoom } from "./hold.ts";
import { lastWriter } from "./rules.ts";
import { lockDuePlan, type PlanRow } from "./store.ts";

/**
 * Lets a plan go, by the same way as one that is posted at once. Bulletin, plan and outbox change in one transaction:
 * a hub killed in between has sent nothing, and the next one sends it.
 * @throws CareError bulletinForNobody, bulletinPeriodOver, bulletinCancelled; nothing has been written then
 */
export async function release(unit: Unit, plan: PlanRow): Promise<BulletinId> {
  const id = plan.corrects ? await correct(unit, plan, plan.corrects) : await post(unit, plan);
  await takeStep(unit, plan, "released", { state: "released", bulletinId: id });
  return id;
}

async function post(unit: Unit, plan: PlanRow): Promise<BulletinId> {
  const { organisationId, organisationName } = plan;
  return (await publish(unit, { organisationId, organisationName, staffId: lastWriter(plan) }, plan.input)).id;
}

async function correct(unit: Unit, plan: PlanRow, id: BulletinId): Promise<BulletinId> {
  const row = await lockBulletin(unit.tx, id);
  if (!row || row.cancelledAt) throw new CareError("bulletinCancelled");
  await saveCorrection(unit, row, { ...plan.input, savedById: lastWriter(plan) });
  return id;
}

/**
 * Sends the next bulletin whose time has come. One that cannot go any more returns to its writer with the reason.
 * @returns false when none is due
 */
export async function releaseDue(unit: Unit): Promise<boolean> {
  const plan = await lockDuePlan(unit.tx, unit.now);
  if (!plan) return false;
  try {
    if (!(await stillWrites(unit, plan))) throw new CareError("bulletinWriterGone");
    const bulletinId = await release(unit, plan);
    unit.audit({ action: "bulletin.release", subjectId: bulletinId });
  } catch (error) {
    if (!(error instanceof CareError)) throw error;
    const reason = problemSentence(error.code, "ja", error.values);
    await takeStep(unit, plan, "returned", { state: "returned" }, reason);
    await tellOwnRoom(unit, plan, "returned", reason);
    unit.audit({ action: "bulletin.release", subjectId: plan.id, outcome: "denied", detail: { problem: error.code } });
  }
  return true;
}

/** Of somebody suspended or gone: none. */
async function jobsOf(tx: Tx, staffId: StaffId): Promise<readonly Job[]> {
  try {
    return (await loadActor(tx, staffId)).jobs;
  } catch (error) {
    if (error instanceof CareError) return [];
    throw error;
  }
}

/** Whoever wrote it may have left or lost the right since. */
async function stillWrites({ tx }: Unit, plan: PlanRow): Promise<boolean> {
  const jobs = await jobsOf(tx, lastWriter(plan));
  return jobs.some(
    ({ organisationId, role }) => organisationId === plan.organisationId && reachOf(role, "bulletin.write").size > 0,
  );
}
