import type { MailId, MatrixEventId } from "@tsunagi/contracts/ids";
import type { MailView } from "@tsunagi/contracts/rest/mail";
import { CareError, found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { notify } from "../notices/notify.ts";
import { roomLane } from "../outbox/messages.ts";
import { authorise } from "../permissions/authorise.ts";
import { inviteToRoom } from "../rooms/makeRoom.ts";
import { loadMail, lockMail, setSent } from "./store.ts";
import { mine, viewOf } from "./viewMail.ts";

/**
 * The letter stands in its room: its recipients are let in, behind a look at whether it is there and can be handed on.
 * The same again does nothing more.
 * @throws CareError notFound, mailSent when it was sent as another event, mailRecalled
 */
export async function sendMail(
  unit: StaffUnit,
  { mailId, eventId }: { mailId: MailId; eventId: MatrixEventId },
): Promise<MailView> {
  const job = await authorise(unit, "mail.write");
  const row = mine(unit, await lockMail(unit.tx, mailId));
  if (row.from.staffId !== unit.actor.staffId) throw new CareError("notFound");
  if (row.state === "recalled") throw new CareError("mailRecalled");
  if (row.state === "sent" && row.eventId !== eventId) throw new CareError("mailSent");
  if (row.state === "writing") {
    await setSent(unit.tx, mailId, eventId, unit.now);
    const payload = { room: row.roomId, eventId, userId: unit.actor.userId };
    await unit.send({ kind: "mail.settle", lane: roomLane(row.roomId), key: `mail.settle:${mailId}`, payload });
    for (const { userId, staffId } of row.to) await inviteToRoom(unit, row.roomId, userId, `${mailId}:${staffId}`);
    await notify(unit, {
      ...{ kind: "mail", urgency: "routine", addressed: "person" },
      to: row.to,
      subjectId: mailId,
      place: `/mail/${mailId}`,
      occasion: `mail:${mailId}`,
      sender: row.from,
    });
  }
  const organisations = [...new Set(row.to.map(({ organisationId }) => organisationId))];
  unit.audit({ action: "mail.send", job, subjectId: mailId, detail: { recipients: row.to.length, organisations } });
  return viewOf(unit, found(await loadMail(unit.tx, mailId)));
}
