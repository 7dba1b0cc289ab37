import type { PersonInput } from "@tsunagi/contracts/rest/people";
import { foldKana } from "../people/kana.ts";
import type { Vault } from "../vault/vault.ts";

/** The code itself out of what was scanned or typed: behind `#`, without blanks and hyphens, in capitals. */
export const plainCode = (text: string): string =>
  (text.includes("#") ? text.slice(text.lastIndexOf("#") + 1) : text)
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "");

export const cardCodeHash = (vault: Vault, code: string): Uint8Array<ArrayBuffer> =>
  vault.indexToken("cardCode", plainCode(code));

/** A name this long may differ by two letters, a shorter one by one. */
const LONG_NAME = 8;
/** Fewer letters of a name than this are nobody's name. */
const SHORTEST_NAME = 2;

/** True when it is the whole name give or take a letter, or exactly the family or the given name. */
export function soundsLike(person: Pick<PersonInput, "familyKana" | "givenKana">, kana: string): boolean {
  const asked = foldKana(kana);
  if (asked.length < SHORTEST_NAME) return false;
  const [family, given] = [foldKana(person.familyKana), foldKana(person.givenKana)];
  if (asked === family || asked === given) return true;
  const full = family + given;
  return editDistance(asked, full) <= (full.length >= LONG_NAME ? 2 : 1);
}

/** Letters to insert, take away or exchange until one is the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** An address as it is compared: full and half width alike, 丁目・番地・番・号 and hyphens alike, no blanks. */
export const foldAddress = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/\s/g, "")
    .replaceAll(/(?<=\d)(?:丁目|番地の|番地|番|号|[-‐‑–—−ーの])/g, "-")
    .replaceAll(/-+$/g, "");

/** What may stand in a list of hits: the address up to its first number. */
export const townOf = (address: string): string => /^[^\d０-９]*/.exec(address)?.[0].trim() ?? "";
