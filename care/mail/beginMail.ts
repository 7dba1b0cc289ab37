import type { MailId, OrganisationId } from "@tsunagi/contracts/ids";
import type { MailAddress, MailView } from "@tsunagi/contracts/rest/mail";
import type { Job } from "../kernel/actor.ts";
import { CareError, found } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { inviteToRoom, makeRoom } from "../rooms/makeRoom.ts";
import { recipientsOf, resolve } from "./directory/reach.ts";
import { insertMail, loadMail } from "./store.ts";
import { mine, viewOf } from "./viewMail.ts";

export interface MailInput {
  readonly to: readonly MailAddress[];
  readonly from: OrganisationId | null;
  readonly replyTo: MailId | null;
  readonly forwardOf: MailId | null;
}

/**
 * Makes a letter (R15): its encrypted room holds the sender and the keeper, and nobody else until the letter stands in
 * it. Answering and forwarding are writing anew: one must be allowed to write to each recipient.
 * @throws CareError forbidden, mailNotReachable, mailForNobody; notFound, mailRecalled for the letter that is answered
 */
export async function beginMail(unit: StaffUnit, input: MailInput): Promise<MailView> {
  const job = await writer(unit, input.from);
  await mustBeReadable(unit, input.replyTo);
  await mustBeReadable(unit, input.forwardOf);
  const to = recipientsOf(await resolve(unit, input.to));
  const id = newId("mal");
  const { staffId, userId } = unit.actor;
  const { id: roomId } = await makeRoom(unit, "mail", null);
  await inviteToRoom(unit, roomId, userId, id);
  await insertMail(
    unit.tx,
    {
      ...{ id, roomId, fromId: staffId, fromOrgId: job.organisationId, begunAt: unit.now },
      replyToId: input.replyTo,
      forwardOfId: input.forwardOf,
    },
    to,
  );
  unit.audit({ action: "mail.begin", job, subjectId: id, detail: { recipients: to.length } });
  return viewOf(unit, found(await loadMail(unit.tx, id)));
}

/** The job one writes for. */
async function writer(unit: StaffUnit, from: OrganisationId | null): Promise<Job> {
  const job = await authorise(unit, "mail.write");
  if (from === null) return job;
  const chosen = unit.actor.jobs.find(({ organisationId }) => organisationId === from);
  if (!chosen) throw new CareError("forbidden", {}, { denied: { action: "mail.write", subjectId: from } });
  return chosen;
}

/** The letter that is answered or forwarded: one must be able to read it oneself. */
async function mustBeReadable(unit: StaffUnit, id: MailId | null): Promise<void> {
  if (id === null) return;
  const row = mine(unit, await loadMail(unit.tx, id));
  if (row.state === "recalled") throw new CareError("mailRecalled");
}
