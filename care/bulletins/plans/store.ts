import type { BulletinPlanAct, BulletinPlanState } from "@tsunagi/contracts/codes/bulletins";
import type { BulletinId, BulletinPlanId, OrganisationId, StaffId } from "@tsunagi/contracts/ids";
import { type BulletinPlanInput, bulletinPlanInput } from "@tsunagi/contracts/rest/bulletinPlans";
import type { Tx } from "../../kernel/store.ts";

export interface PlanStep {
  readonly act: BulletinPlanAct;
  readonly reason: string;
  /** null = the hub by its clock. */
  readonly byId: StaffId | null;
  readonly at: Date;
}

export interface PlanRow {
  readonly id: BulletinPlanId;
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly writtenById: StaffId;
  readonly state: BulletinPlanState;
  readonly input: BulletinPlanInput;
  readonly corrects: BulletinId | null;
  readonly bulletinId: BulletinId | null;
  /** Oldest first. */
  readonly steps: readonly PlanStep[];
}

const parts = { organisation: { select: { name: true } }, steps: { orderBy: { id: "asc" as const } } };

type Columns = NonNullable<Awaited<ReturnType<typeof findRow>>>;
const findRow = (tx: Tx, id: string) => tx.bulletinPlan.findUnique({ where: { id }, include: parts });

const toRow = (row: Columns): PlanRow => ({
  id: row.id as BulletinPlanId,
  organisationId: row.organisationId as OrganisationId,
  organisationName: row.organisation.name,
  writtenById: row.writtenById as StaffId,
  state: row.state as BulletinPlanState,
  input: bulletinPlanInput.parse(row.input),
  corrects: row.correctsId as BulletinId | null,
  bulletinId: row.bulletinId as BulletinId | null,
  steps: row.steps.map(({ act, reason, byId, at }) => ({
    ...{ act: act as BulletinPlanAct, reason, at },
    byId: byId as StaffId | null,
  })),
});

export async function loadPlan(tx: Tx, id: BulletinPlanId): Promise<PlanRow | null> {
  const row = await findRow(tx, id);
  return row && toRow(row);
}

/** Acts on one plan come one after another, the clock's too. */
export async function lockPlan(tx: Tx, id: BulletinPlanId): Promise<PlanRow | null> {
  await tx.$queryRaw`select id from bulletin_plan where id = ${id} for no key update`;
  return loadPlan(tx, id);
}

/** The next one whose time has come, held until the act is over; two hubs never take the same. */
export async function lockDuePlan(tx: Tx, now: Date): Promise<PlanRow | null> {
  const [due] = await tx.$queryRaw<{ id: BulletinPlanId }[]>`
    select id from bulletin_plan where state = 'scheduled' and goes_at <= ${now}
    order by goes_at, id limit 1 for no key update skip locked`;
  return due ? loadPlan(tx, due.id) : null;
}

/** What these organisations have not sent yet, the newest first. */
export async function openPlans(tx: Tx, organisationIds: readonly string[], limit: number): Promise<PlanRow[]> {
  const rows = await tx.bulletinPlan.findMany({
    where: { organisationId: { in: [...organisationIds] }, state: { in: ["waiting", "returned", "scheduled"] } },
    include: parts,
    orderBy: [{ writtenAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map(toRow);
}

interface NewPlan {
  readonly id: BulletinPlanId;
  readonly organisationId: OrganisationId;
  readonly writtenById: StaffId;
  readonly writtenAt: Date;
  readonly state: BulletinPlanState;
  readonly input: BulletinPlanInput;
  readonly correctsId: BulletinId | null;
}

export async function insertPlan(tx: Tx, data: NewPlan): Promise<void> {
  await tx.bulletinPlan.create({ data: { ...data, goesAt: timeOf(data.input) } });
}

/** What a plan is now; the step says who made it so. */
export async function updatePlan(
  tx: Tx,
  id: BulletinPlanId,
  { input, ...data }: { state: BulletinPlanState; input?: BulletinPlanInput; bulletinId?: BulletinId },
): Promise<void> {
  await tx.bulletinPlan.update({
    where: { id },
    data: { ...data, ...(input ? { input, goesAt: timeOf(input) } : {}) },
  });
}

export async function insertStep(
  tx: Tx,
  planId: BulletinPlanId,
  step: PlanStep,
  input: BulletinPlanInput,
): Promise<void> {
  await tx.bulletinPlanStep.create({ data: { planId, ...step, input } });
}

const timeOf = ({ goesAt }: BulletinPlanInput): Date | null => (goesAt === null ? null : new Date(goesAt));

/** Whether an organisation's bulletins wait for a colleague's approval. */
export async function approvalWanted(tx: Tx, organisationId: OrganisationId): Promise<boolean> {
  const row = await tx.bulletinSetting.findUnique({ where: { organisationId } });
  return row?.approval ?? false;
}

export async function setApproval(
  tx: Tx,
  organisationId: OrganisationId,
  data: { approval: boolean; changedById: StaffId; changedAt: Date },
): Promise<void> {
  await tx.bulletinSetting.upsert({ where: { organisationId }, create: { organisationId, ...data }, update: data });
}
