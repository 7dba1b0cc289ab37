import { COMMAND_KEY } from "@tsunagi/contracts/events";
import type { CommandArgument, CommandDescription } from "@tsunagi/contracts/rest/commands";
import type { Language } from "@tsunagi/contracts/text";
import type { Content } from "../matrix/models.ts";

export type FormValues = Readonly<Record<string, string>>;

/** What is wrong with one field. */
export type FieldProblem =
  | { readonly kind: "missing" }
  | { readonly kind: "tooLong"; readonly most: number; readonly now: number }
  | { readonly kind: "notADate" }
  | { readonly kind: "notANumber" };

/** Arguments a person is asked for: the visible ones that are not known yet. */
export const askedFields = (command: CommandDescription, known: FormValues): readonly CommandArgument[] =>
  command.arguments.filter((argument) => !argument.hidden && known[argument.name] === undefined);

/** Checks one field as it is typed. */
export function checkField(argument: CommandArgument, value: string): FieldProblem | null {
  const text = value.trim();
  if (text === "") return argument.required ? { kind: "missing" } : null;
  if (argument.maxLength !== undefined && text.length > argument.maxLength)
    return { kind: "tooLong", most: argument.maxLength, now: text.length };
  if (argument.type === "date" && !isDay(text)) return { kind: "notADate" };
  if (argument.type === "number" && !Number.isFinite(Number(text))) return { kind: "notANumber" };
  return null;
}

/** Problems of all fields, by name; empty when it may be sent. */
export function checkForm(
  fields: readonly CommandArgument[],
  values: FormValues,
): Readonly<Record<string, FieldProblem>> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const problem = checkField(field, values[field.name] ?? "");
      return problem ? [[field.name, problem]] : [];
    }),
  );
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * A command as a message: structured for the keeper, and as a line of text for every other client. The words of the
 * line are those a person would have typed.
 */
export function commandContent(command: CommandDescription, values: FormValues, language: Language): Content {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ""));
  const words = command.arguments.flatMap((argument) => {
    const value = given[argument.name];
    return value === undefined || argument.hidden ? [] : [wordOf(argument, value, language)];
  });
  const name = language === "ja" ? (command.aliases[0] ?? command.name) : command.name;
  return {
    msgtype: "m.text",
    body: [`/${name}`, ...words].join(" "),
    [COMMAND_KEY]: { name: command.name, arguments: given },
  };
}

function wordOf({ choices }: CommandArgument, value: string, language: Language): string {
  const labels = value.split(",").map((one) => choices?.find((option) => option.value === one)?.label[language]);
  return choices && labels.every((label) => label !== undefined) ? labels.join(",") : value.trim();
}
