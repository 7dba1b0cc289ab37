import type { PersonSummary } from "@tsunagi/contracts/rest/people";
import { CareError } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { mayI } from "../permissions/authorise.ts";
import { permissionsOf } from "../permissions/table.ts";
import { foldKana } from "./kana.ts";
import { openRow, summaryOf } from "./openPerson.ts";
import { peopleByTokens } from "./store.ts";
import { birthToken, kanaTokens, matchesKana } from "./tokens.ts";

const MOST_CANDIDATES = 200;
const MOST_SHOWN = 50;

/** Finds people by kana and birth date among those one may look for. Every one shown stands in the audit row. */
export async function searchPeople(
  unit: StaffUnit,
  input: { kana: string; birthDate?: string | undefined },
): Promise<PersonSummary[]> {
  if (!permissionsOf(unit.actor.jobs.map((job) => job.role)).includes("person.search")) {
    throw new CareError("forbidden", {}, { denied: { action: "person.search" } });
  }
  const hasKana = foldKana(input.kana).length > 0;
  const rows = await peopleByTokens(
    unit.tx,
    {
      all: input.birthDate ? [birthToken(unit.vault, input.birthDate)] : [],
      any: hasKana ? kanaTokens(unit.vault, input.kana) : [],
    },
    MOST_CANDIDATES,
  );
  const people: PersonSummary[] = [];
  for (const row of rows) {
    if (people.length >= MOST_SHOWN) break;
    if (!(await mayI(unit, "person.search", { personId: row.id }))) continue;
    const person = await openRow(unit, row);
    if (!hasKana || matchesKana(person, input.kana)) people.push(summaryOf(person));
  }
  unit.audit({ action: "person.search", detail: { people: people.map(({ id }) => id) } });
  return people;
}
