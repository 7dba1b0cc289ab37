import type { ReadingVerdict } from "@tsunagi/contracts/codes/emergency";
import type { EmergencyGrantId, OrganisationId } from "@tsunagi/contracts/ids";
import type { EmergencyReadingView } from "@tsunagi/contracts/rest/breakGlass";
import { CareError, found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { organisationNames } from "../organisations/store.ts";
import { authorise } from "../permissions/authorise.ts";
import { scopeOf } from "../permissions/scope.ts";
import { namesOfStaff } from "../staff/names.ts";
import { grantNotePurpose } from "./openGrant.ts";
import { countWaiting, insertReview, loadGrant, type ReadingRow, readingsOf } from "./store.ts";

/** Most of each kind, with and without a verdict. */
const MOST_SHOWN = 100;

/** Readings by staff one is responsible for; those nobody has looked at first. @throws CareError forbidden */
export async function listReadings(unit: StaffUnit): Promise<{ readings: EmergencyReadingView[] }> {
  const { organisations, job } = responsibility(unit);
  const rows = await readingsOf(unit.tx, organisations, MOST_SHOWN);
  unit.audit({ action: "emergency.listReadings", job, detail: { found: rows.length } });
  return { readings: await viewReadings(unit, rows) };
}

/** How many readings wait for a verdict; none of them is opened. @throws CareError forbidden */
export async function countReadings(unit: StaffUnit): Promise<{ open: number }> {
  const { organisations, job } = responsibility(unit);
  unit.audit({ action: "emergency.countReadings", job });
  return { open: await countWaiting(unit.tx, organisations) };
}

/** Whose readings one looks after; null = everybody's. */
function responsibility(unit: StaffUnit) {
  const allowed = scopeOf(unit.actor, "emergency.review");
  if (!allowed) throw new CareError("forbidden", {}, { denied: { action: "emergency.review" } });
  const { scope, job } = allowed;
  const organisations: readonly OrganisationId[] | null = scope.everybody ? null : scope.organisationIds;
  return { organisations, job };
}

/** Says whether a reading was justified; nobody judges their own. @throws CareError forbidden, notFound */
export async function reviewReading(
  unit: StaffUnit,
  { grantId, verdict, note }: { grantId: EmergencyGrantId; verdict: ReadingVerdict; note: string },
): Promise<void> {
  const grant = found(await loadGrant(unit.tx, grantId));
  const job = await authorise(unit, "emergency.review", { organisationIds: [grant.organisationId] });
  const { personId } = grant;
  if (grant.staffId === unit.actor.staffId)
    throw new CareError("forbidden", {}, { denied: { action: "emergency.review", personId, subjectId: grantId } });
  const sealed = await unit.vault.sealTextFor(unit.tx, personId, note, reviewPurpose(grantId));
  const by = { reviewedAt: unit.now, reviewedById: unit.actor.staffId };
  await insertReview(unit.tx, { grantId, verdict, note: sealed, ...by });
  unit.audit({ action: "emergency.review", job, personId, subjectId: grantId, detail: { verdict } });
}

const reviewPurpose = (id: EmergencyGrantId): string => `emergency-review:${id}`;

async function viewReadings(unit: StaffUnit, rows: readonly ReadingRow[]): Promise<EmergencyReadingView[]> {
  const people = rows.flatMap(({ staffId, reviews }) => [staffId, ...reviews.map((one) => one.reviewedById)]);
  const names = await namesOfStaff(unit.tx, people);
  const organisations = await organisationNames(
    unit.tx,
    rows.map(({ organisationId }) => organisationId),
  );
  const open = (row: ReadingRow, text: string, purpose: string) =>
    unit.vault.openTextFor(unit.tx, row.personId, text, purpose);
  const views: EmergencyReadingView[] = [];
  for (const row of rows) {
    const reviews: EmergencyReadingView["reviews"] = [];
    for (const { verdict, note, reviewedAt, reviewedById } of row.reviews) {
      const text = await open(row, note, reviewPurpose(row.id));
      reviews.push({ verdict, note: text, at: reviewedAt.toISOString(), by: names.get(reviewedById) ?? "" });
    }
    views.push({
      id: row.id,
      personCode: row.person.code,
      reader: names.get(row.staffId) ?? "",
      role: row.role,
      organisation: organisations.get(row.organisationId) ?? "",
      reason: row.reason,
      note: await open(row, row.note, grantNotePurpose(row.id)),
      consented: row.consented,
      at: row.grantedAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
      reviews,
      mayReview: row.staffId !== unit.actor.staffId,
    });
  }
  return views;
}
