import type { BulletinInput, BulletinView } from "@tsunagi/contracts/rest/bulletins";
import { CareError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { admitPoster, audienceOf } from "./audience.ts";
import { insertBulletin, insertVersion } from "./store.ts";
import { tellRecipients } from "./tell.ts";
import { viewBulletin } from "./viewBulletin.ts";

/**
 * Sends a bulletin into the room of every organisation it is meant for and puts it on the board (R16).
 * @throws CareError forbidden; bulletinForNobody
 */
export async function postBulletin(unit: StaffUnit, input: BulletinInput): Promise<BulletinView> {
  const job = await admitPoster(unit);
  const recipients = (await audienceOf(unit, job, input.audience)).flatMap(({ id, roomId }) =>
    roomId ? [{ organisationId: id, roomId }] : [],
  );
  if (recipients.length === 0) throw new CareError("bulletinForNobody");
  const id = newId("bul");
  const { staffId } = unit.actor;
  const { title, body, category, urgency, ask } = input;
  const { organisationId, organisationName } = job;
  await insertBulletin(unit.tx, { id, organisationId, postedById: staffId, publishedAt: unit.now, input }, recipients);
  await insertVersion(unit.tx, { bulletinId: id, version: 1, title, body, savedById: staffId, savedAt: unit.now });
  const row = { id, category, urgency, ask, organisationName, version: 1 };
  await tellRecipients(unit, row, { news: "posted", title, body, occasion: "1" }, recipients);
  const detail = { category, urgency, recipients: recipients.length };
  unit.audit({ action: "bulletin.post", job, subjectId: id, detail });
  return viewBulletin(unit, id);
}
