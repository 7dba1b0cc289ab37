import { answersOf, type BulletinAnswer } from "@tsunagi/contracts/codes/bulletins";
import type { BulletinId, OrganisationId } from "@tsunagi/contracts/ids";
import type { BulletinView } from "@tsunagi/contracts/rest/bulletins";
import { CareError, found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { admitAnswer } from "./escalation/standIn.ts";
import { hasEnded } from "./period.ts";
import { markRead } from "./reach/store.ts";
import { insertReply, lockBulletin, recipientsOf } from "./store.ts";
import { viewBulletin } from "./viewBulletin.ts";

export interface BulletinReplyInput {
  readonly bulletinId: BulletinId;
  readonly organisationId: OrganisationId;
  readonly answer: BulletinAnswer;
  /** People that can be taken in. */
  readonly count: number | null;
  readonly note: string;
}

/**
 * Answers for one's facility, or as the deputy that was called for it; whoever answers for their own has read it. The
 * newest answer counts, earlier ones are kept.
 * @throws CareError notFound, forbidden, bulletinCancelled, bulletinEnded, bulletinAsksOther
 */
export async function answerBulletin(unit: StaffUnit, input: BulletinReplyInput): Promise<BulletinView> {
  const { bulletinId, organisationId, answer, note } = input;
  const { job, deputyId } = await admitAnswer(unit, bulletinId, organisationId);
  const row = found(await lockBulletin(unit.tx, bulletinId));
  found((await recipientsOf(unit.tx, bulletinId)).find((recipient) => recipient.organisationId === organisationId));
  if (row.cancelledAt) throw new CareError("bulletinCancelled");
  if (hasEnded(row, unit.now)) throw new CareError("bulletinEnded");
  if (!answersOf[row.ask].includes(answer)) throw new CareError("bulletinAsksOther");
  const { staffId } = unit.actor;
  const count = answer === "canAccept" ? input.count : null;
  const { version } = row;
  if (!deputyId) await markRead(unit.tx, [{ bulletinId, organisationId, staffId, version, readAt: unit.now }]);
  await insertReply(unit.tx, {
    ...{ bulletinId, organisationId, answer, count, note },
    answeredById: staffId,
    answeredAt: unit.now,
    deputyId,
  });
  unit.audit({ action: "bulletin.answer", job, subjectId: bulletinId, detail: { answer } });
  return viewBulletin(unit, bulletinId);
}
