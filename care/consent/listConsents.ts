import type { ConsentScope } from "@tsunagi/contracts/codes/consent";
import type { PersonId } from "@tsunagi/contracts/ids";
import type { ConsentView } from "@tsunagi/contracts/rest/consent";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { activeScopes } from "./rules.ts";
import { consentsOf } from "./store.ts";
import { viewConsents } from "./viewConsent.ts";

/** All consents of a person, withdrawn ones too, and what they cover together. */
export async function listConsents(
  unit: StaffUnit,
  input: { personId: PersonId },
): Promise<{ consents: ConsentView[]; active: ConsentScope[] }> {
  const job = await authorise(unit, "person.read", { personId: input.personId });
  const rows = await consentsOf(unit.tx, input.personId);
  unit.audit({ action: "consent.read", job, personId: input.personId });
  return { consents: await viewConsents(unit, input.personId, rows), active: activeScopes(rows) };
}
