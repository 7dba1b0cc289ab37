import type { BulletinInput, BulletinView } from "@tsunagi/contracts/rest/bulletins";
import { CareError } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { admitPoster } from "./audience.ts";
import { approvalWanted } from "./plans/store.ts";
import { publish } from "./publish.ts";
import { viewBulletin } from "./viewBulletin.ts";

/**
 * Sends a bulletin into the room of every organisation it is meant for and puts it on the board (R16).
 * @throws CareError forbidden; bulletinForNobody; bulletinNeedsApproval
 */
export async function postBulletin(unit: StaffUnit, input: BulletinInput): Promise<BulletinView> {
  const job = await admitPoster(unit);
  if (await approvalWanted(unit.tx, job.organisationId)) throw new CareError("bulletinNeedsApproval");
  const { id, recipients } = await publish(unit, { ...job, staffId: unit.actor.staffId }, input);
  const { category, urgency } = input;
  unit.audit({ action: "bulletin.post", job, subjectId: id, detail: { category, urgency, recipients } });
  return viewBulletin(unit, id);
}
