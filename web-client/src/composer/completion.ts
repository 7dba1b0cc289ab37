import { fold } from "@tsunagi/contracts/fold";
import type { CommandDescription } from "@tsunagi/contracts/rest/commands";

/** The beginning of a command being typed: the word after the slash, or null when none is. */
export function commandPrefix(text: string): string | null {
  return /^[/／]([\p{L}\p{N}_ー-]*)$/u.exec(text)?.[1] ?? null;
}

/** Commands that work in a kind of room. */
export const usableIn = (commands: readonly CommandDescription[], roomKind: string): readonly CommandDescription[] =>
  commands.filter(({ roomKinds }) => roomKinds.includes(roomKind));

/** Commands whose name or an alias begins with what was typed; an alias that holds it comes after. */
export function complete(commands: readonly CommandDescription[], prefix: string): readonly CommandDescription[] {
  const wanted = fold(prefix);
  const rank = ({ name, aliases }: CommandDescription): number => {
    const known = [name, ...aliases].map(fold);
    if (known.some((word) => word.startsWith(wanted))) return 0;
    return known.some((word) => word.includes(wanted)) ? 1 : 2;
  };
  return commands
    .map((command) => ({ command, rank: rank(command) }))
    .filter((entry) => entry.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .map(({ command }) => command);
}

/** Commands only a button or a menu can fill are not offered for typing. */
export const offered = (commands: readonly CommandDescription[]): readonly CommandDescription[] =>
  commands.filter((command) => !command.arguments.some((argument) => argument.hidden && argument.required));
