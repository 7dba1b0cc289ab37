import { consentScopes } from "@tsunagi/contracts/codes/consent";
import type { ConsentId, PersonId } from "@tsunagi/contracts/ids";
import { consentsOf } from "../consent/store.ts";
import { CareError } from "../kernel/errors.ts";
import type { Tx } from "../kernel/store.ts";

/**
 * The consents that stand and cover enquiries to facilities.
 * @throws CareError consentMissing
 */
export async function requireNegotiationConsent(tx: Tx, personId: PersonId): Promise<ConsentId[]> {
  const consents = await consentsOf(tx, personId);
  const ids = consents.filter((c) => c.withdrawnAt === null && c.scopes.includes("negotiation")).map(({ id }) => id);
  if (ids.length > 0) return ids;
  throw new CareError("consentMissing", { scope: consentScopes.label("negotiation", "ja") });
}
