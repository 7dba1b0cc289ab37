import type { BulletinId, OrganisationId } from "@tsunagi/contracts/ids";
import { type Job, organisationsOf } from "../../kernel/actor.ts";
import { CareError } from "../../kernel/errors.ts";
import type { StaffUnit } from "../../kernel/unit.ts";
import { standInsOf } from "./store.ts";

/** For whom somebody may answer: a facility of theirs, or one whose deputy they were called as. */
export interface Answering {
  readonly job: Job;
  /** The deputy they answer as; null = the facility is their own. */
  readonly deputyId: OrganisationId | null;
}

/** @throws CareError forbidden */
export async function admitAnswer(
  unit: StaffUnit,
  bulletinId: BulletinId,
  organisationId: OrganisationId,
): Promise<Answering> {
  const jobAt = (id: OrganisationId) => unit.actor.jobs.find((job) => job.organisationId === id);
  const own = jobAt(organisationId);
  if (own) return { job: own, deputyId: null };
  const standIns = await standInsOf(unit.tx, bulletinId, organisationsOf(unit.actor));
  const deputyId = standIns.find((place) => place.organisationId === organisationId)?.deputyId;
  const job = deputyId && jobAt(deputyId);
  if (!job) throw new CareError("forbidden", {}, { denied: { action: "bulletin.answer", subjectId: organisationId } });
  return { job, deputyId };
}

/** Facilities somebody may answer for, their own first. */
export async function answerableFor(unit: StaffUnit, bulletinId: BulletinId): Promise<OrganisationId[]> {
  const own = organisationsOf(unit.actor);
  const standIns = await standInsOf(unit.tx, bulletinId, own);
  return [...new Set([...own, ...standIns.map(({ organisationId }) => organisationId)])];
}
