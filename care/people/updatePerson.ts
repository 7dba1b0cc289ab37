import type { PersonId } from "@tsunagi/contracts/ids";
import type { PersonInput, PersonView } from "@tsunagi/contracts/rest/people";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { openPerson, personPurpose } from "./openPerson.ts";
import { viewPerson } from "./readPerson.ts";
import { lockPerson, putSealed } from "./store.ts";
import { tokensOf } from "./tokens.ts";

/** Changes a person's data. The audit row names the fields that changed, never their content. */
export async function updatePerson(
  unit: StaffUnit,
  input: { personId: PersonId; person: PersonInput },
): Promise<PersonView> {
  const { personId, person } = input;
  await lockPerson(unit.tx, personId);
  const job = await authorise(unit, "person.update", { personId });
  const before = await openPerson(unit, personId);
  const fields = (Object.keys(person) as (keyof PersonInput)[]).filter((field) => person[field] !== before[field]);
  const sealed = await unit.vault.sealFor(unit.tx, personId, person, personPurpose(personId));
  const data = { ...sealed, municipality: person.municipality };
  await putSealed(unit.tx, personId, data, tokensOf(unit.vault, person));
  unit.audit({ action: "person.update", job, personId, detail: { fields } });
  return viewPerson(unit, personId);
}
