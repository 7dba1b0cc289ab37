import type { PersonId } from "@tsunagi/contracts/ids";
import { ageOn } from "@tsunagi/contracts/japan";
import type { EmergencyHit, EmergencyHits } from "@tsunagi/contracts/rest/breakGlass";
import type { Job } from "../kernel/actor.ts";
import { displayName } from "../kernel/actor.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { type OpenedPerson, openPeople } from "../people/openPerson.ts";
import { peopleByTokens } from "../people/store.ts";
import { birthToken } from "../people/tokens.ts";
import { authorise } from "../permissions/authorise.ts";
import { countSearch } from "./limits.ts";
import { cardCodeHash, foldAddress, soundsLike, townOf } from "./rules.ts";
import { consentedOf, peopleIn, personOfToken } from "./store.ts";

/** So many are shown; a list that goes on says so and asks for more to tell people apart by. */
const MOST_SHOWN = 10;
/** People born on one day in the whole network. */
const MOST_BORN = 500;
/** People of one municipality looked through for an address. */
const MOST_IN_TOWN = 5000;
/** Years an estimated age may be off. */
const AGE_BAND = 10;

/** Whose card a scanned or typed code is on. @throws CareError forbidden, emergencyLimit */
export async function findByCode(unit: StaffUnit, { code }: { code: string }): Promise<EmergencyHits> {
  const job = await admitSearch(unit);
  const personId = await personOfToken(unit.tx, cardCodeHash(unit.vault, code));
  return show(unit, job, "code", personId ? [...(await openPeople(unit, [personId])).values()] : []);
}

/** People of the whole network born that day whose name sounds like it. @throws CareError forbidden, emergencyLimit */
export async function findByName(
  unit: StaffUnit,
  { kana, birthDate }: { kana: string; birthDate: string },
): Promise<EmergencyHits> {
  const job = await admitSearch(unit);
  const born = await peopleByTokens(unit.tx, { all: [birthToken(unit.vault, birthDate)] }, MOST_BORN);
  const people = await openPeople(unit, born.map(idOf));
  return show(
    unit,
    job,
    "name",
    [...people.values()].filter((person) => soundsLike(person, kana)),
  );
}

const idOf = ({ id }: { id: PersonId }): PersonId => id;

/** People of a municipality whose address holds this. @throws CareError forbidden, emergencyLimit */
export async function findByAddress(
  unit: StaffUnit,
  input: { municipality: string; address: string; sex: string | null; age: number | null },
): Promise<EmergencyHits> {
  const job = await admitSearch(unit);
  const asked = foldAddress(input.address);
  const people = await openPeople(unit, await peopleIn(unit.tx, input.municipality, MOST_IN_TOWN));
  const fits = (person: OpenedPerson): boolean =>
    foldAddress(person.address).includes(asked) &&
    (input.sex === null || person.sex === input.sex) &&
    (input.age === null || Math.abs(ageOn(person.birthDate, unit.now) - input.age) <= AGE_BAND);
  return show(unit, job, "address", [...people.values()].filter(fits));
}

async function admitSearch(unit: StaffUnit): Promise<Job> {
  const job = await authorise(unit, "emergency.find");
  await countSearch(unit);
  return job;
}

/** One row for the search, and one for everybody shown: it stands in their list of who looked. */
async function show(
  unit: StaffUnit,
  job: Job,
  by: "code" | "name" | "address",
  people: readonly OpenedPerson[],
): Promise<EmergencyHits> {
  unit.audit({ action: "emergency.find", job, detail: { by, found: people.length } });
  const shown = people.slice(0, MOST_SHOWN);
  for (const { id } of shown) unit.audit({ action: "emergency.found", job, personId: id, detail: { by } });
  return { hits: await hitsOf(unit, shown), more: people.length > MOST_SHOWN };
}

/** As little of people as tells them apart. */
export async function hitsOf(unit: StaffUnit, people: readonly OpenedPerson[]): Promise<EmergencyHit[]> {
  const consented = await consentedOf(unit.tx, people.map(idOf));
  return people.map((person) => ({
    personId: person.id,
    name: displayName(person),
    age: ageOn(person.birthDate, unit.now),
    sex: person.sex,
    municipality: person.municipality,
    town: townOf(person.address),
    consented: consented.has(person.id),
  }));
}
