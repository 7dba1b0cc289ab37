import { COMMAND_KEY, commandContent } from "@tsunagi/contracts/events";
import type { Label } from "@tsunagi/contracts/text";
import { distance } from "fastest-levenshtein";
import type { Argument } from "./arguments.ts";
import type { AnyCommand, Arguments } from "./command.ts";

/** What somebody called, before it is known whether there is such a command. */
export type Call =
  | { readonly form: "text"; readonly name: string; readonly rest: string }
  | { readonly form: "structured"; readonly name: string; readonly values: Readonly<Record<string, unknown>> };

/** `/note …` from our client, `!note …` from any; full-width signs as a Japanese keyboard gives them. */
const CALL = /^[/!／！](\p{L}[\p{L}\p{N}_ー-]*)(?:[\s　]+([\s\S]*))?$/u;

/** The call a message holds, or null when it is ordinary talk. */
export function readCall(content: Readonly<Record<string, unknown>>): Call | null {
  const structured = commandContent.safeParse(content[COMMAND_KEY]);
  if (structured.success) return { form: "structured", name: structured.data.name, values: structured.data.arguments };
  const { msgtype, body } = content as { msgtype?: unknown; body?: unknown };
  if (msgtype !== "m.text" || typeof body !== "string") return null;
  const match = CALL.exec(body.trim());
  return match ? { form: "text", name: (match[1] ?? "").toLowerCase(), rest: match[2] ?? "" } : null;
}

export const findCommand = (commands: readonly AnyCommand[], name: string): AnyCommand | undefined =>
  commands.find((candidate) => candidate.name === name || candidate.aliases.includes(name));

/** The command whose name or alias is nearest to what was typed. */
export function nearestCommand(commands: readonly AnyCommand[], name: string): AnyCommand | undefined {
  const scored = commands.map((candidate) => ({
    candidate,
    score: Math.min(...[candidate.name, ...candidate.aliases].map((known) => closeness(known, name))),
  }));
  return scored.sort((a, b) => a.score - b.score)[0]?.candidate;
}

/** Edit distance relative to length; one being the beginning of the other counts as near. */
const closeness = (known: string, typed: string): number =>
  known.startsWith(typed) || typed.startsWith(known)
    ? 0.1
    : distance(known, typed) / Math.max(known.length, typed.length);

export type Reading =
  | { readonly values: Readonly<Record<string, unknown>> }
  | { readonly argument: string; readonly problem: Label };

type Values = Record<string, unknown>;

/**
 * Reads a call's arguments by the command's own types.
 * @param preset what is known besides the call, for example the message it replies to
 */
export function readArguments(spec: Arguments, call: Call, preset: Readonly<Values> = {}): Reading {
  return call.form === "text"
    ? readLine(spec, call.rest, { ...preset })
    : readForm(spec, { ...preset, ...call.values });
}

const isNeeded = (argument: Argument<unknown>, values: Values): boolean =>
  argument.required && !(argument.unless !== undefined && values[argument.unless] !== undefined);

function readLine(spec: Arguments, line: string, values: Values): Reading {
  let rest = line.trim();
  for (const [name, argument] of Object.entries(spec)) {
    const text = argument.takes === "rest" ? rest : (/^[^\s　]*/u.exec(rest)?.[0] ?? "");
    const needed = isNeeded(argument, values);
    if (text === "" && !needed) continue;
    const parsed = argument.parse(text);
    if (!("problem" in parsed)) {
      values[name] = parsed.value;
      rest = rest.slice(text.length).trim();
    } else if (needed) {
      return { argument: name, problem: missing(argument, text) ?? parsed.problem };
    } // else an argument left out: the word belongs to the next one
  }
  return { values };
}

function readForm(spec: Arguments, given: Readonly<Values>): Reading {
  const values: Values = {};
  for (const [name, argument] of Object.entries(spec)) {
    const raw = given[name];
    const text = typeof raw === "string" || typeof raw === "number" ? String(raw) : "";
    if (text === "" && !isNeeded(argument, values)) continue;
    const parsed = argument.parse(text);
    if ("problem" in parsed) return { argument: name, problem: missing(argument, text) ?? parsed.problem };
    values[name] = parsed.value;
  }
  return { values };
}

const missing = (argument: Argument<unknown>, text: string): Label | undefined =>
  text === "" && argument.type !== "choice"
    ? { ja: `${argument.label.ja}を入力してください`, en: `${argument.label.en} is missing` }
    : undefined;
