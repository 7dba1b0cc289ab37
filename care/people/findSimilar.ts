import type { PersonInput, PersonSummary } from "@tsunagi/contracts/rest/people";
import type { StaffUnit } from "../kernel/unit.ts";
import { mayI } from "../permissions/authorise.ts";
import { openRow, summaryOf } from "./openPerson.ts";
import { type PersonRow, peopleByTokens } from "./store.ts";
import { birthToken, fullToken, givenToken } from "./tokens.ts";

const MOST = 10;

/**
 * People who may be the same person: the same birth date and given name (the family name may have changed by
 * marriage), or the same full name in the same municipality (the birth date may have been mistyped). Of somebody one has no right to,
 * only what it takes to recognise them is shown.
 */
export async function findSimilar(unit: StaffUnit, person: PersonInput): Promise<PersonSummary[]> {
  const { tx, vault } = unit;
  const sameBirth = await peopleByTokens(
    tx,
    { all: [birthToken(vault, person.birthDate), givenToken(vault, person.givenKana)] },
    MOST,
  );
  const sameName = await peopleByTokens(tx, { all: [fullToken(vault, person)] }, MOST);
  const nearby = sameName.filter((row) => row.municipality === person.municipality);
  const rows = new Map<string, PersonRow>([...sameBirth, ...nearby].map((row) => [row.id, row]));
  const summaries: PersonSummary[] = [];
  for (const row of rows.values()) {
    const summary = summaryOf(await openRow(unit, row));
    const mine = await mayI(unit, "person.read", { personId: row.id });
    summaries.push(mine ? summary : { ...summary, careLevel: null });
  }
  return summaries;
}
