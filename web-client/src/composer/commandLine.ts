import { fold } from "@tsunagi/contracts/fold";
import type { CommandArgument, CommandDescription } from "@tsunagi/contracts/rest/commands";
import { distance } from "fastest-levenshtein";
import { checkField, type FieldProblem } from "./commandForm.ts";

/** What is wrong with a word of a typed command. */
export type LineProblem = FieldProblem | { readonly kind: "notAChoice" };

/** What is said while a command is typed out by hand. */
export type LineHint =
  | { readonly kind: "unknown"; readonly name: string; readonly nearest: CommandDescription | null }
  | {
      readonly kind: "known";
      readonly command: CommandDescription;
      /** The argument the next word belongs to; null when there is nothing more to write. */
      readonly next: CommandArgument | null;
      readonly wrong: { readonly argument: CommandArgument; readonly problem: LineProblem } | null;
    };

const LINE = /^[/／]([\p{L}\p{N}_ー-]+)(?:([\s　]+)([\s\S]*))?$/u;
/** Share of letters that may differ for a command to be meant. */
const NEAR = 0.6;

/** Reads a typed command as the hub will; null for a text that is none, or whose name is still being typed. */
export function readLine(text: string, commands: readonly CommandDescription[]): LineHint | null {
  const match = LINE.exec(text);
  const name = match?.[1];
  if (!match || name === undefined || commands.length === 0) return null;
  const command = commands.find((candidate) => namesOf(candidate).includes(fold(name)));
  if (!command) {
    const begun =
      match[2] === undefined && commands.some((one) => namesOf(one).some((known) => known.includes(fold(name))));
    return begun ? null : { kind: "unknown", name, nearest: nearest(name, commands) };
  }
  return match[2] === undefined ? null : { kind: "known", command, ...readWords(command, match[3] ?? "") };
}

/** Each argument takes a word, the last long one the rest. */
function readWords({ arguments: all }: CommandDescription, line: string) {
  let rest = line.trim();
  for (const argument of all.filter(({ hidden }) => !hidden)) {
    const word = argument.type === "longText" ? rest : (/^[^\s　]*/u.exec(rest)?.[0] ?? "");
    if (word === "") return { next: argument, wrong: null };
    const problem = problemOf(argument, word);
    if (problem && argument.required) return { next: argument, wrong: { argument, problem } };
    if (!problem) rest = rest.slice(word.length).trim(); // else it was left out: the word belongs to the next one
  }
  return { next: null, wrong: null };
}

function problemOf(argument: CommandArgument, word: string): LineProblem | null {
  if (argument.choices === undefined) return checkField(argument, word);
  const known = argument.choices.flatMap(({ value, label }) => [value, label.ja, label.en]).map(fold);
  return known.some((choice) => choice.startsWith(fold(word))) ? null : { kind: "notAChoice" };
}

const namesOf = ({ name, aliases }: CommandDescription): readonly string[] => [name, ...aliases].map(fold);

function nearest(name: string, commands: readonly CommandDescription[]): CommandDescription | null {
  const wanted = fold(name);
  const far = (command: CommandDescription) =>
    Math.min(...namesOf(command).map((known) => distance(known, wanted) / Math.max(known.length, wanted.length)));
  const [best] = [...commands].sort((a, b) => far(a) - far(b));
  return best && far(best) <= NEAR ? best : null;
}
