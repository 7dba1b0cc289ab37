import type { EnquiryId, PersonId } from "@tsunagi/contracts/ids";
import type { AskedEnquiryView, EnquiryStepView } from "@tsunagi/contracts/rest/negotiation";
import { found } from "../kernel/errors.ts";
import type { Unit } from "../kernel/unit.ts";
import { namesOfStaff } from "../staff/names.ts";
import { type SealedStep, stepPurpose } from "./move.ts";
import { possible, turnOf } from "./states.ts";
import { type CaseRow, type EnquiryRow, facilitiesByIds, matrixRoomsOf, type StepRow, stepsOf } from "./store.ts";

/** Enquiries as one side sees them, with what was done so far. Drafts' and the hub's own acts are among it. */
export async function viewEnquiries(
  unit: Unit,
  of: CaseRow,
  rows: readonly EnquiryRow[],
  side: "asker" | "facility",
): Promise<AskedEnquiryView[]> {
  const ids = rows.map(({ id }) => id);
  const facilities = await facilitiesByIds(
    unit.tx,
    rows.map(({ facilityId }) => facilityId),
  );
  const rooms = await matrixRoomsOf(unit.tx, ids);
  const steps = await viewSteps(unit, of.personId, ids);
  return rows.map((row) => ({
    id: row.id,
    code: of.code,
    state: row.state,
    answer: row.answer,
    version: row.version,
    facility: found(facilities.get(row.facilityId)),
    roomId: rooms.get(row.id) ?? null,
    level: row.level,
    actions: possible(row, side),
    steps: steps.get(row.id) ?? [],
    ...timesOf(row, unit.now),
  }));
}

/** Times of an enquiry, as boards and pages show them. */
export const timesOf = (row: EnquiryRow, now: Date) => ({
  inquiredAt: iso(row.inquiredAt),
  firstAnsweredAt: iso(row.firstAnsweredAt),
  decidedAt: iso(row.decidedAt),
  dueAt: iso(row.dueAt),
  turn: turnOf(row.state),
  overdue: row.dueAt !== null && row.dueAt < now,
});

export const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

async function viewSteps(
  unit: Unit,
  personId: PersonId,
  ids: readonly EnquiryId[],
): Promise<Map<EnquiryId, EnquiryStepView[]>> {
  const rows = await stepsOf(unit.tx, ids);
  const names = await namesOfStaff(
    unit.tx,
    rows.flatMap(({ staffId }) => (staffId ? [staffId] : [])),
  );
  const views = new Map<EnquiryId, EnquiryStepView[]>();
  for (const row of rows) {
    const view = await viewStep(unit, personId, row, names);
    views.set(row.enquiryId, [...(views.get(row.enquiryId) ?? []), view]);
  }
  return views;
}

async function viewStep(
  unit: Unit,
  personId: PersonId,
  row: StepRow,
  names: ReadonlyMap<string, string>,
): Promise<EnquiryStepView> {
  const words = await unit.vault.openFor<SealedStep>(unit.tx, personId, row, stepPurpose(row.enquiryId, row.seq));
  return {
    action: row.action,
    side: row.side,
    by: row.staffId ? (names.get(row.staffId) ?? "") : "",
    at: row.at.toISOString(),
    text: words.text,
    reason: row.reason,
    dates: [...words.dates],
  };
}
