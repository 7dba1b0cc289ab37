import type { EmergencyGrantId, PersonId } from "@tsunagi/contracts/ids";
import { scopesOf } from "../consent/requireConsent.ts";
import type { Job } from "../kernel/actor.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise, mayI } from "../permissions/authorise.ts";
import { reachOf } from "../permissions/table.ts";
import { liveGrants } from "./store.ts";

export interface GrantAdmission {
  readonly by: "grant";
  readonly job: Job;
  readonly grantId: EmergencyGrantId;
  readonly expiresAt: Date;
}
export type CardAdmission = GrantAdmission | { readonly by: "team"; readonly job: Job };

/**
 * The grant somebody reads a card by now: not expired, given for a job they still have. Without a consent (or after it
 * was withdrawn) only one given because life was at stake counts.
 */
export async function grantToRead(unit: StaffUnit, personId: PersonId): Promise<GrantAdmission | null> {
  if (!unit.actor.jobs.some(({ role }) => reachOf(role, "emergency.breakGlass").size > 0)) return null;
  const grants = await liveGrants(unit.tx, unit.actor.staffId, unit.now, personId);
  if (grants.length === 0) return null;
  const consented = (await scopesOf(unit.tx, personId)).includes("emergency");
  for (const { id, organisationId, role, reason, expiresAt } of grants) {
    const job = unit.actor.jobs.find((held) => held.organisationId === organisationId && held.role === role);
    if (job && (consented || reason === "lifeAtStake")) return { by: "grant", job, grantId: id, expiresAt };
  }
  return null;
}

/** Who may read this person's card now, and by what; null = not. Asks only: no audit row, no refusal. */
export async function mayReadCard(unit: StaffUnit, personId: PersonId): Promise<CardAdmission | null> {
  const grant = await grantToRead(unit, personId);
  if (grant) return grant;
  const consented = (await scopesOf(unit.tx, personId)).includes("emergency");
  if (!consented || !(await mayI(unit, "emergency.read", { personId }))) return null;
  return { by: "team", job: await authorise(unit, "emergency.read", { personId }) };
}
