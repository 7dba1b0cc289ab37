import type { BulletinId } from "@tsunagi/contracts/ids";
import type { BulletinView } from "@tsunagi/contracts/rest/bulletins";
import { auditWatching } from "../../audit/watching.ts";
import { CareError, found } from "../../kernel/errors.ts";
import type { StaffUnit } from "../../kernel/unit.ts";
import { authorise } from "../../permissions/authorise.ts";
import { loadBulletin } from "../store.ts";
import { viewBulletin } from "../viewBulletin.ts";

/**
 * How far one's own bulletin has reached by now. Its page asks every few seconds: a row in the access log is left when
 * the watching begins and every quarter of an hour, not each time. It leaves no 既読.
 * @throws CareError notFound, forbidden
 */
export async function watchBulletin(
  unit: StaffUnit,
  { bulletinId }: { bulletinId: BulletinId },
): Promise<BulletinView> {
  const { organisationId } = found(await loadBulletin(unit.tx, bulletinId));
  const job = await authorise(unit, "bulletin.write", { organisationIds: [organisationId] });
  const view = await viewBulletin(unit, bulletinId);
  if (view.reach === null)
    throw new CareError("forbidden", {}, { denied: { action: "bulletin.watch", subjectId: bulletinId } });
  await auditWatching(unit, { action: "bulletin.watch", job, subjectId: bulletinId });
  return view;
}
