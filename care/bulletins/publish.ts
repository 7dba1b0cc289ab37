import type { BulletinId, OrganisationId, StaffId } from "@tsunagi/contracts/ids";
import type { BulletinInput } from "@tsunagi/contracts/rest/bulletins";
import { CareError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { Unit } from "../kernel/unit.ts";
import { audienceOf } from "./audience.ts";
import { shownUntil } from "./period.ts";
import { insertBulletin, insertVersion } from "./store.ts";
import { tellRecipients } from "./tell.ts";

/** In whose name a bulletin goes. */
export interface Sender {
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly staffId: StaffId;
}

/**
 * The one way a bulletin goes out: at once, approved, or by the clock. Who gets it is decided here, when it goes. Writes
 * nothing before it is sure that it goes.
 * @throws CareError bulletinForNobody, bulletinPeriodOver
 */
export async function publish(
  unit: Unit,
  sender: Sender,
  input: BulletinInput,
): Promise<{ id: BulletinId; recipients: number }> {
  const until = shownUntil(input.lastDay, unit.now);
  const recipients = (await audienceOf(unit, sender, input.audience)).flatMap(({ id, roomId }) =>
    roomId ? [{ organisationId: id, roomId }] : [],
  );
  if (recipients.length === 0) throw new CareError("bulletinForNobody");
  const id = newId("bul");
  const { organisationId, organisationName, staffId } = sender;
  const { title, body, category, urgency, ask } = input;
  const row = { id, organisationId, postedById: staffId, publishedAt: unit.now, shownUntil: until, input };
  await insertBulletin(unit.tx, row, recipients);
  await insertVersion(unit.tx, { bulletinId: id, version: 1, title, body, savedById: staffId, savedAt: unit.now });
  const told = { id, category, urgency, ask, organisationName };
  await tellRecipients(unit, told, { news: "posted", title, body, occasion: "1" }, recipients);
  return { id, recipients: recipients.length };
}
