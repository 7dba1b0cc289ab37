import { bedriddenLevels, careLevels, dementiaLevels, disabilityLevels, sexes } from "@tsunagi/contracts/codes/levels";
import { type PersonInput, type PersonView, personInput } from "@tsunagi/contracts/rest/people";
import { dayOf } from "../i18n/dates.ts";
import { readDay } from "../i18n/readDay.ts";
import { type FieldProblems, problemsBy } from "../kit/form.ts";

/** A person's data as typed: every field text, "" = not given. */
export type PersonValues = { readonly [Field in keyof PersonInput]: string };

export const emptyPerson: PersonValues = {
  familyName: "",
  givenName: "",
  familyKana: "",
  givenKana: "",
  birthDate: "",
  sex: "",
  municipality: "",
  address: "",
  phone: "",
  careLevel: "",
  bedriddenLevel: "",
  dementiaLevel: "",
  disabilityLevel: "",
};

export function valuesOf(person: PersonView): PersonValues {
  const fields = Object.keys(emptyPerson) as (keyof PersonInput)[];
  return Object.fromEntries(fields.map((field) => [field, person[field] ?? ""])) as unknown as PersonValues;
}

const orNull = (text: string): string | null => (text === "" ? null : text);

/** What the contract's schema is asked about. */
const candidate = (values: PersonValues) => ({
  ...values,
  birthDate: readDay(values.birthDate) ?? "",
  careLevel: orNull(values.careLevel),
  bedriddenLevel: orNull(values.bedriddenLevel),
  dementiaLevel: orNull(values.dementiaLevel),
  disabilityLevel: orNull(values.disabilityLevel),
});

export function checkPerson(values: PersonValues): FieldProblems {
  const problems = problemsBy(personInput, candidate(values), {
    birthDate: values.birthDate.trim() === "" ? "fields.needed" : "people.birthDateUnclear",
    municipality: "fields.choose",
  });
  const unborn = (readDay(values.birthDate) ?? "") > dayOf(Date.now());
  return unborn ? { ...problems, birthDate: "fields.pastDate" } : problems;
}

/** @param values that have passed `checkPerson` */
export const personOf = (values: PersonValues): PersonInput => personInput.parse(candidate(values));

/** The code lists behind the level fields. */
export const levelLists = {
  careLevel: careLevels,
  bedriddenLevel: bedriddenLevels,
  dementiaLevel: dementiaLevels,
  disabilityLevel: disabilityLevels,
} as const;

export const sexList = sexes;
