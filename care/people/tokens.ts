import type { PersonInput } from "@tsunagi/contracts/rest/people";
import type { Vault } from "../vault/vault.ts";
import { foldKana } from "./kana.ts";

/** Longest prefix of a name that is indexed; more typed letters are compared after opening the candidates. */
const LONGEST_PREFIX = 10;
const SHORTEST_PREFIX = 2;

type Searchable = Pick<PersonInput, "familyKana" | "givenKana" | "birthDate">;
type Token = Uint8Array<ArrayBuffer>;

/** All index tokens of a person: what may be searched for, each as a keyed hash. */
export function tokensOf(vault: Vault, person: Searchable): Token[] {
  const full = foldKana(person.familyKana + person.givenKana);
  const prefixes: Token[] = [];
  for (let length = SHORTEST_PREFIX; length <= Math.min(full.length, LONGEST_PREFIX); length += 1) {
    prefixes.push(vault.indexToken("name", full.slice(0, length)));
  }
  return [
    ...prefixes,
    vault.indexToken("full", full),
    vault.indexToken("given", foldKana(person.givenKana)),
    vault.indexToken("birth", person.birthDate),
  ];
}

/** Tokens one of which a person must have to match typed kana: the name begins so, or the given name is so. */
export function kanaTokens(vault: Vault, kana: string): Token[] {
  const folded = foldKana(kana);
  return [vault.indexToken("name", folded.slice(0, LONGEST_PREFIX)), vault.indexToken("given", folded)];
}

export const birthToken = (vault: Vault, birthDate: string): Token => vault.indexToken("birth", birthDate);
export const givenToken = (vault: Vault, givenKana: string): Token => vault.indexToken("given", foldKana(givenKana));
export const fullToken = (vault: Vault, person: Searchable): Token =>
  vault.indexToken("full", foldKana(person.familyKana + person.givenKana));

/** True when the opened person really matches what was typed. */
export function matchesKana(person: Searchable, kana: string): boolean {
  const folded = foldKana(kana);
  return foldKana(person.familyKana + person.givenKana).startsWith(folded) || foldKana(person.givenKana) === folded;
}
