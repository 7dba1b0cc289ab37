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
  return { ...data, ...visible(row) };
}

const visible = ({ id, code, municipality }: PersonRow) => ({ id, code, municipality });

export async function openPerson(unit: Unit, id: PersonId): Promise<OpenedPerson> {
  return openRow(unit, found(await loadPerson(unit.tx, id)));
}

/** Many at once cost as many round trips as one. */
export async function openPeople(unit: Unit, ids: readonly PersonId[]): Promise<Map<PersonId, OpenedPerson>> {
  const rows = await loadPeople(unit.tx, ids);
  const opened = await unit.vault.openForEach<PersonInput>(unit.tx, rows, personPurpose);
  return new Map(rows.map((row) => [row.id, { ...(opened.get(row.id) as PersonInput), ...visible(row) }]));
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
