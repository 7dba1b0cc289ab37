import type { ConsentGiver, ConsentScope } from "@tsunagi/contracts/codes/consent";
import type { ConsentId } from "@tsunagi/contracts/ids";
import type { ConsentView } from "@tsunagi/contracts/rest/consent";
import { CareError, found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { endNegotiations } from "../negotiation/endForPerson.ts";
import { lockPerson } from "../people/store.ts";
import { authorise } from "../permissions/authorise.ts";
import { endTeam } from "../teams/endTeam.ts";
import { activeTeamOf } from "../teams/store.ts";
import { scopesOf } from "./requireConsent.ts";
import { coversTeam } from "./rules.ts";
import { loadConsent, markWithdrawn } from "./store.ts";
import { viewConsents, withdrawalPurpose } from "./viewConsent.ts";

export interface Withdrawal {
  readonly consent: ConsentView;
  /** Scopes no other consent covers. */
  readonly endedScopes: ConsentScope[];
  readonly closedTeams: number;
  readonly removedMembers: number;
  readonly endedEnquiries: number;
}

/**
 * Records a withdrawal. What only this consent covered ends in the same act: the team is closed and everybody leaves
 * its room; records are kept. Withdrawing is always possible, whoever recorded the consent (domain 6).
 */
export async function withdrawConsent(
  unit: StaffUnit,
  input: { consentId: ConsentId; givenBy: ConsentGiver; reason: string },
): Promise<Withdrawal> {
  const { consentId } = input;
  const { personId } = found(await loadConsent(unit.tx, consentId));
  await lockPerson(unit.tx, personId);
  const job = await authorise(unit, "consent.manage", { personId });
  if (found(await loadConsent(unit.tx, consentId)).withdrawnAt) throw new CareError("consentWithdrawn");
  const before = await scopesOf(unit.tx, personId);
  const sealed = await unit.vault.sealFor(unit.tx, personId, { reason: input.reason }, withdrawalPurpose(consentId));
  await markWithdrawn(unit.tx, consentId, {
    withdrawnAt: unit.now,
    withdrawnById: unit.actor.staffId,
    withdrawalGivenBy: input.givenBy,
    withdrawalSealed: sealed.sealed,
    withdrawalKeyVersion: sealed.keyVersion,
  });
  const left = await scopesOf(unit.tx, personId);
  const endedScopes = before.filter((scope) => !left.includes(scope));
  unit.audit({ action: "consent.withdraw", job, personId, subjectId: consentId, detail: { endedScopes } });

  const endedEnquiries = endedScopes.includes("negotiation") ? await endNegotiations(unit, personId, job) : 0;
  const team = await activeTeamOf(unit.tx, personId);
  const mustClose = team !== null && !coversTeam(team.kind, left);
  const removedMembers = mustClose ? await endTeam(unit, team, { code: "consentWithdrawn" }, job) : 0;
  const [consent] = await viewConsents(unit, personId, [found(await loadConsent(unit.tx, consentId))]);
  return { consent: found(consent), endedScopes, closedTeams: mustClose ? 1 : 0, removedMembers, endedEnquiries };
}
