import type { PersonSummary } from "@tsunagi/contracts/rest/people";
import { CareError } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { scopeOf } from "../permissions/scope.ts";
import { foldKana } from "./kana.ts";
import { openRow, summaryOf } from "./openPerson.ts";
import { peopleByTokens } from "./store.ts";
import { birthToken, kanaTokens, matchesKana } from "./tokens.ts";

const MOST_CANDIDATES = 200;
const MOST_SHOWN = 50;

/**
 * Finds people by kana and birth date among those one may look for, by kana in order. Everyone shown gets an audit
 * row of their own, so that it stands in their list of who looked.
 * @throws CareError forbidden
 */
export async function searchPeople(
  unit: StaffUnit,
  input: { kana: string; birthDate?: string | undefined },
): Promise<PersonSummary[]> {
  const allowed = scopeOf(unit.actor, "person.search");
  if (!allowed) throw new CareError("forbidden", {}, { denied: { action: "person.search" } });
  const { scope, job } = allowed;
  const found = await findByName(unit, input, scope);
  const people = found.sort(byKana).slice(0, MOST_SHOWN);
  for (const { id } of people) unit.audit({ action: "person.search", job, personId: id });
  if (people.length === 0) unit.audit({ action: "person.search", job, detail: { found: 0 } });
  return people;
}

type Scope = NonNullable<ReturnType<typeof scopeOf>>["scope"];

/** Text without a single kana and no birth date ask for nobody, not for everybody. */
async function findByName(
  unit: StaffUnit,
  { kana, birthDate }: { kana: string; birthDate?: string | undefined },
  scope: Scope,
): Promise<PersonSummary[]> {
  const hasKana = foldKana(kana).length > 0;
  if (!hasKana && birthDate === undefined) return [];
  const all = birthDate === undefined ? [] : [birthToken(unit.vault, birthDate)];
  const any = hasKana ? kanaTokens(unit.vault, kana) : [];
  const people: PersonSummary[] = [];
  for (const row of await peopleByTokens(unit.tx, { all, any, scope }, MOST_CANDIDATES)) {
    const person = await openRow(unit, row);
    if (!hasKana || matchesKana(person, kana)) people.push(summaryOf(person));
  }
  return people;
}

const sortKey = (person: PersonSummary): string =>
  `${foldKana(person.familyKana + person.givenKana)} ${person.birthDate}`;
const byKana = (a: PersonSummary, b: PersonSummary): number => (sortKey(a) < sortKey(b) ? -1 : 1);
