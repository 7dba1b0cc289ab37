import type { MailId } from "@tsunagi/contracts/ids";
import type { MailView } from "@tsunagi/contracts/rest/mail";
import { CareError, found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { noticesActedOn } from "../notices/receipts.ts";
import { authorise } from "../permissions/authorise.ts";
import { loadMail, lockMail, setRead } from "./store.ts";
import { mine, viewOf } from "./viewMail.ts";

/**
 * Opens a letter one has received: from now on it counts as read (既読) and cannot be taken back. For its sender it is
 * looking only.
 * @throws CareError notFound, mailRecalled
 */
export async function readMail(unit: StaffUnit, { mailId }: { mailId: MailId }): Promise<MailView> {
  const job = await authorise(unit, "mail.write");
  const row = mine(unit, await lockMail(unit.tx, mailId));
  if (row.state === "recalled") throw new CareError("mailRecalled");
  await setRead(unit.tx, mailId, unit.actor.staffId, unit.now);
  await noticesActedOn(unit, mailId);
  unit.audit({ action: "mail.read", job, subjectId: mailId });
  return viewOf(unit, found(await loadMail(unit.tx, mailId)));
}
