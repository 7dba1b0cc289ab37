import type { PersonSummary } from "@tsunagi/contracts/rest/people";
import { readDay } from "../i18n/readDay.ts";
import { type FieldProblems, Form } from "../kit/form.ts";

export interface SearchValues {
  readonly kana: string;
  readonly birthDate: string;
}

export interface SearchQuery {
  readonly kana: string;
  readonly birthDate?: string;
}

export type FindPeople = (query: SearchQuery, signal: AbortSignal) => Promise<readonly PersonSummary[]>;

/**
 * Looking for people by kana and birth date. Not while typing: everybody who is shown stands in the log of who looked.
 * @param onFound gets what was found
 */
export const searchForm = (find: FindPeople, onFound: (people: readonly PersonSummary[]) => void): Form<SearchValues> =>
  new Form<SearchValues>({
    initial: { kana: "", birthDate: "" },
    check,
    submit: async ({ kana, birthDate }, signal) => {
      const date = readDay(birthDate);
      onFound(await find({ kana: kana.trim(), ...(date ? { birthDate: date } : {}) }, signal));
    },
  });

function check({ kana, birthDate }: SearchValues): FieldProblems {
  if (birthDate.trim() !== "" && !readDay(birthDate)) return { birthDate: "people.birthDateUnclear" };
  if (kana.trim() === "" && birthDate.trim() === "") return { kana: "people.searchNeeded" };
  return {};
}
