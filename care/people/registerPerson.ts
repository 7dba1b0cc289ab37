import type { PersonInput, PersonSummary, PersonView } from "@tsunagi/contracts/rest/people";
import { newCode, newId } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { findSimilar } from "./findSimilar.ts";
import { personPurpose } from "./openPerson.ts";
import { viewPerson } from "./readPerson.ts";
import { insertPerson, lockTokens, putSealed } from "./store.ts";
import { birthToken, fullToken, tokensOf } from "./tokens.ts";

export type Registration =
  | { readonly outcome: "registered"; readonly person: PersonView }
  | { readonly outcome: "similar"; readonly candidates: PersonSummary[] };

/**
 * Registers a person (R1). Somebody alike who is there already is shown first; `registerAnyway` says it is another.
 * Two people who register somebody at once do so one after the other: the second sees the first one's person.
 * @throws CareError forbidden
 */
export async function registerPerson(
  unit: StaffUnit,
  input: { person: PersonInput; registerAnyway: boolean },
): Promise<Registration> {
  const job = await authorise(unit, "person.register");
  await lockTokens(unit.tx, [birthToken(unit.vault, input.person.birthDate), fullToken(unit.vault, input.person)]);
  const candidates = await findSimilar(unit, input.person);
  if (candidates.length > 0 && !input.registerAnyway) {
    for (const candidate of candidates) unit.audit({ action: "person.similarShown", job, personId: candidate.id });
    return { outcome: "similar", candidates };
  }
  const id = newId("psn");
  const { municipality } = input.person;
  await insertPerson(unit.tx, {
    id,
    code: newCode(),
    registeredByOrgId: job.organisationId,
    municipality,
    createdById: unit.actor.staffId,
  });
  await unit.vault.newPersonKey(unit.tx, id);
  const sealed = await unit.vault.sealFor(unit.tx, id, input.person, personPurpose(id));
  await putSealed(unit.tx, id, { ...sealed, municipality }, tokensOf(unit.vault, input.person));
  unit.audit({ action: "person.register", job, personId: id, detail: { despiteSimilar: candidates.length } });
  return { outcome: "registered", person: await viewPerson(unit, id) };
}
