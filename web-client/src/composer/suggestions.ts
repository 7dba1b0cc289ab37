import type { CommandDescription } from "@tsunagi/contracts/rest/commands";
import { commandPrefix, complete, offered, usableIn } from "./completion.ts";
import { completeMention, type Mentionable, type MentionChoice, mentionBeginning } from "./mentions.ts";

/** One line of the list above the field. */
export type Suggestion =
  | { readonly kind: "command"; readonly key: string; readonly command: CommandDescription }
  | { readonly kind: "mention"; readonly key: string; readonly mention: MentionChoice };

export interface SuggestionSources {
  readonly commands: readonly CommandDescription[];
  readonly roomKind: string;
  readonly people: readonly Mentionable[];
  /** The word for everybody in the page's language, and how it is read. */
  readonly everybody: readonly string[];
}

/** What fits what is being typed: commands after a slash at the beginning, names after an "@" before the caret. */
export function suggest(text: string, caret: number, sources: SuggestionSources): readonly Suggestion[] {
  const command = commandPrefix(text);
  if (command !== null)
    return complete(offered(usableIn(sources.commands, sources.roomKind)), command).map((found) => ({
      kind: "command",
      key: `/${found.name}`,
      command: found,
    }));
  const name = mentionBeginning(text, caret);
  if (!name) return [];
  return completeMention(sources.people, name.prefix, sources.everybody).map((mention) => ({
    kind: "mention",
    key: mention.kind === "person" ? mention.person.userId : mention.word,
    mention,
  }));
}

export const sameSuggestions = (one: readonly Suggestion[], other: readonly Suggestion[]): boolean =>
  one.length === other.length && one.every(({ key }, i) => key === other[i]?.key);
