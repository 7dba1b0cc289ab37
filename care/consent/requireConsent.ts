import { type ConsentScope, consentScopes } from "@tsunagi/contracts/codes/consent";
import type { TeamKind } from "@tsunagi/contracts/codes/rooms";
import type { PersonId } from "@tsunagi/contracts/ids";
import { CareError } from "../kernel/errors.ts";
import type { Tx } from "../kernel/store.ts";
import { activeScopes, coversTeam, scopeFor } from "./rules.ts";
import { consentCoverage } from "./store.ts";

export async function scopesOf(tx: Tx, personId: PersonId): Promise<ConsentScope[]> {
  return activeScopes(await consentCoverage(tx, personId));
}

/** Whether the card may be read in an emergency (R13). */
export const consentsToEmergency = async (tx: Tx, personId: PersonId): Promise<boolean> =>
  (await scopesOf(tx, personId)).includes("emergency");

/** @throws CareError `consentMissing`, naming the scope, unless a consent that stands covers a team of this kind */
export async function requireTeamConsent(tx: Tx, personId: PersonId, kind: TeamKind): Promise<void> {
  requireCoverage(kind, await scopesOf(tx, personId));
}

/** The same for scopes that are known already. */
export function requireCoverage(kind: TeamKind, scopes: readonly ConsentScope[]): void {
  if (coversTeam(kind, scopes)) return;
  throw new CareError("consentMissing", { scope: consentScopes.label(scopeFor(kind), "ja") });
}
