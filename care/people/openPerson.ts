import type { PersonId } from "@tsunagi/contracts/ids";
import type { PersonInput, PersonSummary } from "@tsunagi/contracts/rest/people";
import { found } from "../kernel/errors.ts";
import type { Unit } from "../kernel/unit.ts";
import { loadPeople, loadPerson, type PersonRow } from "./store.ts";

/** A person's row with what was sealed in it. */
export interface OpenedPerson extends PersonInput {
  readonly id: PersonId;
  readonly code: string;
}

export const personPurpose = (id: PersonId): string => `person:${id}`;

/** Opens one row. Does not ask for rights or leave an audit row: the use case does. */
export async function openRow(unit: Unit, row: PersonRow): Promise<OpenedPerson> {
  const data = await unit.vault.openFor<PersonInput>(unit.tx, row.id, row, personPurpose(row.id));
  return { ...data, id: row.id, code: row.code, municipality: row.municipality };
}

export async function openPerson(unit: Unit, id: PersonId): Promise<OpenedPerson> {
  return openRow(unit, found(await loadPerson(unit.tx, id)));
}

export async function openPeople(unit: Unit, ids: readonly PersonId[]): Promise<Map<PersonId, OpenedPerson>> {
  const opened = new Map<PersonId, OpenedPerson>();
  for (const row of await loadPeople(unit.tx, ids)) opened.set(row.id, await openRow(unit, row));
  return opened;
}

export const summaryOf = (person: OpenedPerson): PersonSummary => ({
  id: person.id,
  code: person.code,
  familyName: person.familyName,
  givenName: person.givenName,
  familyKana: person.familyKana,
  givenKana: person.givenKana,
  birthDate: person.birthDate,
  sex: person.sex,
  municipality: person.municipality,
  careLevel: person.careLevel,
});
