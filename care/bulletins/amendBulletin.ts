import type { BulletinId, StaffId } from "@tsunagi/contracts/ids";
import type { BulletinView } from "@tsunagi/contracts/rest/bulletins";
import type { Job } from "../kernel/actor.ts";
import { CareError, found } from "../kernel/errors.ts";
import type { StaffUnit, Unit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { hasEnded } from "./period.ts";
import { approvalWanted } from "./plans/store.ts";
import { type BulletinRow, insertVersion, lockBulletin, reachOfBulletin, recipientsOf, setCancelled } from "./store.ts";
import { tellRecipients } from "./tell.ts";
import { viewBulletin } from "./viewBulletin.ts";

/**
 * Sends a corrected version to everybody who got the first; the old one is kept.
 * @throws CareError notFound, forbidden, bulletinCancelled, bulletinNeedsApproval
 */
export async function correctBulletin(
  unit: StaffUnit,
  { bulletinId, title, body }: { bulletinId: BulletinId; title: string; body: string },
): Promise<BulletinView> {
  const { row, job } = await holdOwn(unit, bulletinId);
  if (await approvalWanted(unit.tx, row.organisationId)) throw new CareError("bulletinNeedsApproval");
  const version = await saveCorrection(unit, row, { title, body, savedById: unit.actor.staffId });
  unit.audit({ action: "bulletin.correct", job, subjectId: bulletinId, detail: { version } });
  return viewBulletin(unit, bulletinId);
}

/** The corrected version and its messages, however it came to be allowed. @returns its number */
export async function saveCorrection(
  unit: Unit,
  row: BulletinRow,
  { title, body, savedById }: { title: string; body: string; savedById: StaffId },
): Promise<number> {
  const version = row.version + 1;
  await insertVersion(unit.tx, { bulletinId: row.id, version, title, body, savedById, savedAt: unit.now });
  const said = { news: "corrected", title, body, occasion: String(version) } as const;
  await tellRecipients(unit, row, said, await recipientsOf(unit.tx, row.id));
  return version;
}

/**
 * Takes a bulletin back (取消): rooms are told why, what it said is kept.
 * @throws CareError notFound, forbidden, bulletinCancelled
 */
export async function cancelBulletin(
  unit: StaffUnit,
  { bulletinId, reason }: { bulletinId: BulletinId; reason: string },
): Promise<BulletinView> {
  const { row, job } = await holdOwn(unit, bulletinId);
  await setCancelled(unit.tx, bulletinId, unit.actor.staffId, unit.now, reason);
  const said = { news: "cancelled", title: titleOf(row), body: reason, occasion: `${row.version}:cancelled` } as const;
  await tellRecipients(unit, row, said, await recipientsOf(unit.tx, bulletinId));
  unit.audit({ action: "bulletin.cancel", job, subjectId: bulletinId, detail: { version: row.version } });
  return viewBulletin(unit, bulletinId);
}

/**
 * Reminds those who have not answered or, where nothing is asked, not read. Twice within a minute reminds once.
 * @throws CareError notFound, forbidden, bulletinCancelled
 */
export async function remindOfBulletin(
  unit: StaffUnit,
  { bulletinId }: { bulletinId: BulletinId },
): Promise<{ reminded: number }> {
  const { row, job } = await holdOwn(unit, bulletinId);
  if (hasEnded(row, unit.now)) throw new CareError("bulletinEnded");
  const silent = new Set(
    (await reachOfBulletin(unit.tx, row))
      .filter(({ answer, readers }) => (row.ask === "nothing" ? readers.length === 0 : answer === null))
      .map(({ organisationId }) => organisationId),
  );
  const late = (await recipientsOf(unit.tx, bulletinId)).filter(({ organisationId }) => silent.has(organisationId));
  const occasion = `${row.version}:reminder:${unit.now.toISOString().slice(0, 16)}`;
  const said = { news: "reminder", title: titleOf(row), body: row.versions[0]?.body ?? "", occasion } as const;
  await tellRecipients(unit, row, said, late);
  unit.audit({ action: "bulletin.remind", job, subjectId: bulletinId, detail: { recipients: late.length } });
  return { reminded: late.length };
}

const titleOf = (row: BulletinRow): string => row.versions[0]?.title ?? "";

/** A bulletin of one's own organisation that still stands. @throws CareError notFound, forbidden, bulletinCancelled */
export async function holdOwn(unit: StaffUnit, id: BulletinId): Promise<{ row: BulletinRow; job: Job }> {
  const row = found(await lockBulletin(unit.tx, id));
  const job = await authorise(unit, "bulletin.write", { organisationIds: [row.organisationId] });
  // The right to write reaches anybody; what another organisation said is not one's own to change.
  if (!unit.actor.jobs.some(({ organisationId }) => organisationId === row.organisationId))
    throw new CareError("forbidden", {}, { denied: { action: "bulletin.write", subjectId: id } });
  if (row.cancelledAt) throw new CareError("bulletinCancelled");
  return { row, job };
}
