import { honorifics } from "@tsunagi/contracts/codes/honorifics";
import { fold } from "@tsunagi/contracts/fold";

/** Somebody who is cared for, as one's own rooms know them. */
export interface KnownPerson {
  /** Family and given name with a space between. */
  readonly name: string;
  readonly kana: string;
  /** Everybody in one of their teams, by staff id. */
  readonly team: ReadonlySet<string>;
}

export interface Stranger {
  readonly staffId: string;
  readonly name: string;
}

export interface NameWarning {
  readonly person: string;
  /** Recipients who are in no team of this person. */
  readonly strangers: readonly Stranger[];
}

/** Words that make a name of what stands before them. */
const HONORIFICS = honorifics.map(fold);
/** A family name of fewer letters is part of too many words to stand alone. */
const ALONE = 2;

/**
 * People whom a letter names and whose team a recipient is not in (R15). Runs in the browser: the hub must not see the
 * text. Kana, width, spaces and variants of kanji do not matter.
 * @param text subject, text and the names of files together
 */
export function nameCheck(
  text: string,
  people: readonly KnownPerson[],
  recipients: readonly Stranger[],
): readonly NameWarning[] {
  const folded = fold(text);
  return people.flatMap((person) => {
    const strangers = recipients.filter(({ staffId }) => !person.team.has(staffId));
    return strangers.length > 0 && isNamed(folded, person) ? [{ person: person.name, strangers }] : [];
  });
}

/** A whole name anywhere; a family name in kanji from two letters on; the rest only before 「さん」 and the like. */
function isNamed(text: string, { name, kana }: KnownPerson): boolean {
  const says = (word: string) => word !== "" && text.includes(word);
  if (says(fold(name)) || says(fold(kana))) return true;
  const [family = "", given = ""] = partsOf(name);
  if (family.length >= ALONE && /\p{Script=Han}/u.test(family) && says(family)) return true;
  return [family, given, ...partsOf(kana)].some(
    (part) => part !== "" && HONORIFICS.some((honorific) => says(part + honorific)),
  );
}

const partsOf = (name: string): readonly string[] => name.trim().split(/\s+/u).map(fold);
