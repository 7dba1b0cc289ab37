import type { PersonId } from "@tsunagi/contracts/ids";
import type { PersonView } from "@tsunagi/contracts/rest/people";
import { found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { openRow } from "./openPerson.ts";
import { loadPerson, teamsOfPerson } from "./store.ts";

/** One person's data; the reading is recorded. */
export async function readPerson(unit: StaffUnit, input: { personId: PersonId }): Promise<PersonView> {
  const job = await authorise(unit, "person.read", { personId: input.personId });
  unit.audit({ action: "person.read", job, personId: input.personId });
  return viewPerson(unit, input.personId);
}

/** The view itself, for use cases that have asked for their rights already. */
export async function viewPerson(unit: StaffUnit, id: PersonId): Promise<PersonView> {
  const row = found(await loadPerson(unit.tx, id));
  const person = await openRow(unit, row);
  return {
    ...person,
    registeredBy: row.registeredBy.name,
    registeredAt: row.createdAt.toISOString(),
    teams: await teamsOfPerson(unit.tx, id, unit.actor.staffId),
  };
}
