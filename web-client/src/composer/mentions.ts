import { fold } from "@tsunagi/contracts/fold";

/** Somebody in the room who can be named. */
export interface Mentionable {
  readonly userId: string;
  readonly name: string;
  readonly kana: string;
  /** Profession in the page's language; "" when it is not known. */
  readonly roleLabel: string;
  readonly organisation: string;
}

/** Who a "@…" can become: one person, all of a profession, everybody. */
export type MentionChoice =
  | { readonly kind: "person"; readonly word: string; readonly person: Mentionable }
  | { readonly kind: "role"; readonly word: string; readonly people: readonly Mentionable[] }
  | { readonly kind: "everybody"; readonly word: string; readonly people: readonly Mentionable[] };

/** Where a name is being typed: from its "@" to the caret. */
export interface MentionBeginning {
  readonly at: number;
  readonly prefix: string;
}

/** "@" behind a Latin letter or digit is an address; names are short. */
const BEGINNING = /(?:^|[^A-Za-z0-9._-])([@＠])([^\s@＠、。！？!?]{0,20})$/u;

/** The name being typed before the caret; null when none is. */
export function mentionBeginning(text: string, caret: number): MentionBeginning | null {
  const match = BEGINNING.exec(text.slice(0, caret));
  const prefix = match?.[2];
  return prefix === undefined ? null : { at: caret - prefix.length - 1, prefix };
}

const MOST = 12;

/**
 * Who is meant by what was typed, best first: people by family or given name or kana, professions by their name,
 * everybody.
 * @param everybody the word for everybody, without "@", and how it is read
 */
export function completeMention(
  people: readonly Mentionable[],
  prefix: string,
  everybody: readonly string[],
): readonly MentionChoice[] {
  const wanted = fold(prefix);
  const persons = people.flatMap((person): Ranked[] => {
    const rank = rankOf([...person.name.split(" "), ...person.kana.split(" "), person.name, person.kana], wanted);
    return rank === null ? [] : [{ rank, choice: { kind: "person", word: `@${person.name}`, person } }];
  });
  const roleLabels = [...new Set(people.map(({ roleLabel }) => roleLabel))].filter((label) => label !== "");
  const roles = roleLabels.flatMap((label): Ranked[] => {
    const rank = rankOf([label], wanted);
    const those = people.filter(({ roleLabel }) => roleLabel === label);
    return rank === null ? [] : [{ rank: rank + 0.5, choice: { kind: "role", word: `@${label}`, people: those } }];
  });
  const all: readonly Ranked[] =
    people.length > 0 && rankOf(everybody, wanted) !== null
      ? [{ rank: 0.7, choice: { kind: "everybody", word: `@${everybody[0]}`, people } }]
      : [];
  return [...persons, ...roles, ...all]
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ choice }) => choice);
}

interface Ranked {
  readonly rank: number;
  readonly choice: MentionChoice;
}

/** 0 = begins with it, 1 = holds it, null = neither. */
function rankOf(words: readonly string[], wanted: string): number | null {
  const folded = words.map(fold);
  if (folded.some((word) => word.startsWith(wanted))) return 0;
  return folded.some((word) => word.includes(wanted)) ? 1 : null;
}
