import type { MailId } from "@tsunagi/contracts/ids";
import type { MailView } from "@tsunagi/contracts/rest/mail";
import { CareError, found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { roomLane } from "../outbox/messages.ts";
import { authorise } from "../permissions/authorise.ts";
import { closeRoom } from "../rooms/makeRoom.ts";
import { loadMail, lockMail, setRecalled } from "./store.ts";
import { mine, viewOf } from "./viewMail.ts";

/**
 * Takes a letter back (取消) while nobody has read it: what it says is redacted, and its room is left by everybody. That
 * it was sent, and when, stays for both sides to see.
 * @throws CareError notFound, mailAlreadyRead, mailRecalled
 */
export async function recallMail(
  unit: StaffUnit,
  { mailId, reason }: { mailId: MailId; reason: string },
): Promise<MailView> {
  const job = await authorise(unit, "mail.write");
  const row = mine(unit, await lockMail(unit.tx, mailId));
  if (row.from.staffId !== unit.actor.staffId) throw new CareError("notFound");
  if (row.state === "recalled") throw new CareError("mailRecalled");
  const reader = row.to.find(({ readAt }) => readAt !== null);
  if (reader) throw new CareError("mailAlreadyRead", { name: reader.name });
  await setRecalled(unit.tx, mailId, unit.now, reason);
  if (row.eventId) {
    const payload = { room: row.roomId, eventId: row.eventId, userId: unit.actor.userId };
    await unit.send({ kind: "mail.redact", lane: roomLane(row.roomId), key: `mail.redact:${mailId}`, payload });
  }
  await closeRoom(unit, row.roomId);
  unit.audit({ action: "mail.recall", job, subjectId: mailId, detail: { recipients: row.to.length } });
  return viewOf(unit, found(await loadMail(unit.tx, mailId)));
}
