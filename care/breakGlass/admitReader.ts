import type { EmergencyGrantId, PersonId } from "@tsunagi/contracts/ids";
import { consentsToEmergency } from "../consent/requireConsent.ts";
import { admitToCard } from "../emergency/openCard.ts";
import type { Job } from "../kernel/actor.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { reachOf } from "../permissions/table.ts";
import { liveGrants } from "./store.ts";

interface GrantAdmission {
  readonly by: "grant";
  readonly job: Job;
  readonly grantId: EmergencyGrantId;
  readonly expiresAt: Date;
}
type CardAdmission = GrantAdmission | { readonly by: "team"; readonly job: Job };

/**
 * The grant somebody reads a card by now: not expired, given for a job they still have. Without a consent (or after it
 * was withdrawn) only one given because life was at stake counts.
 */
export async function grantToRead(unit: StaffUnit, personId: PersonId): Promise<GrantAdmission | null> {
  if (!unit.actor.jobs.some(({ role }) => reachOf(role, "emergency.breakGlass").size > 0)) return null;
  const grants = await liveGrants(unit.tx, unit.actor.staffId, unit.now, personId);
  if (grants.length === 0) return null;
  const consented = await consentsToEmergency(unit.tx, personId);
  for (const { id, organisationId, role, reason, expiresAt } of grants) {
    const job = unit.actor.jobs.find((held) => held.organisationId === organisationId && held.role === role);
    if (job && (consented || reason === "lifeAtStake")) return { by: "grant", job, grantId: id, expiresAt };
  }
  return null;
}

/**
 * Admits whoever may read this person's card now, by an emergency grant or by right.
 * @throws CareError forbidden; consentMissing, which leaves its own row
 */
export async function admitReader(unit: StaffUnit, personId: PersonId): Promise<CardAdmission> {
  return (
    (await grantToRead(unit, personId)) ?? { by: "team", job: await admitToCard(unit, "emergency.read", personId) }
  );
}
