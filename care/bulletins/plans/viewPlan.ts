import type { BulletinPlanId } from "@tsunagi/contracts/ids";
import type { BulletinPlanView } from "@tsunagi/contracts/rest/bulletinPlans";
import { organisationsOf } from "../../kernel/actor.ts";
import { found } from "../../kernel/errors.ts";
import type { StaffUnit } from "../../kernel/unit.ts";
import { mayI } from "../../permissions/authorise.ts";
import { namesOfStaff } from "../../staff/names.ts";
import { isOpen, writersOf } from "./rules.ts";
import { loadPlan, openPlans, type PlanRow } from "./store.ts";

/** Most in the list; who has more not sent yet has another problem. */
const LISTED = 100;

/** What one's organisations have not sent yet, for those who write or approve there. */
export async function listPlans(unit: StaffUnit): Promise<{ plans: BulletinPlanView[] }> {
  const rows = await openPlans(unit.tx, organisationsOf(unit.actor), LISTED);
  const names = await namesIn(unit, rows);
  const views = await Promise.all(rows.map((row) => viewOf(unit, row, names)));
  unit.audit({ action: "bulletin.listPlans", detail: { count: rows.length } });
  return { plans: views.filter(({ may, state }) => may.change || may.approve || state === "waiting") };
}

/** @throws CareError notFound, also for what is another organisation's */
export async function readPlan(unit: StaffUnit, { planId }: { planId: BulletinPlanId }): Promise<BulletinPlanView> {
  const view = await viewPlan(unit, planId);
  unit.audit({ action: "bulletin.readPlan", subjectId: planId });
  return view;
}

/** As it stands now. @throws CareError notFound */
export async function viewPlan(unit: StaffUnit, id: BulletinPlanId): Promise<BulletinPlanView> {
  const row = found(await loadPlan(unit.tx, id));
  found(organisationsOf(unit.actor).includes(row.organisationId) || null);
  return viewOf(unit, row, await namesIn(unit, [row]));
}

/** Everybody who did something with these. */
const namesIn = (unit: StaffUnit, rows: readonly PlanRow[]) =>
  namesOfStaff(
    unit.tx,
    rows.flatMap(({ writtenById, steps }) => [writtenById, ...steps.flatMap(({ byId }) => byId ?? [])]),
  );

async function viewOf(
  unit: StaffUnit,
  row: PlanRow,
  names: Awaited<ReturnType<typeof namesIn>>,
): Promise<BulletinPlanView> {
  const { id, organisationId, organisationName, state, input, corrects, bulletinId } = row;
  const subject = { organisationIds: [organisationId] };
  const own = writersOf(row).includes(unit.actor.staffId);
  return {
    ...{ id, organisationId, organisationName, state, input, corrects, bulletinId },
    writtenBy: names.get(row.writtenById) ?? "",
    steps: row.steps.map(({ act, byId, at, reason }) => ({
      ...{ act, reason },
      by: (byId && names.get(byId)) ?? "",
      at: at.toISOString(),
    })),
    may: {
      change: isOpen(row) && (await mayI(unit, "bulletin.write", subject)),
      approve: state === "waiting" && !own && (await mayI(unit, "bulletin.approve", subject)),
    },
  };
}
