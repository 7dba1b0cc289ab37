import type { CommandDescription } from "@tsunagi/contracts/rest/commands";
import type { AnyCommand } from "./command.ts";

/** Commands as clients need them for completion and forms. */
export function describeCommands(commands: readonly AnyCommand[]): CommandDescription[] {
  return commands.map((command) => ({
    name: command.name,
    aliases: [...command.aliases],
    summary: command.summary,
    example: command.example,
    roomKinds: [...command.roomKinds],
    arguments: Object.entries(command.arguments).map(([name, argument]) => ({
      name,
      label: argument.label,
      type: argument.type,
      required: argument.required,
      hidden: argument.hidden,
      ...(argument.choices ? { choices: argument.choices.map((option) => ({ ...option })) } : {}),
      ...(argument.maxLength ? { maxLength: argument.maxLength } : {}),
      ...(argument.placeholder ? { placeholder: argument.placeholder } : {}),
    })),
  }));
}

/** docs/commands.md, generated from the same table the dispatcher works with. */
export function commandReference(commands: readonly AnyCommand[]): string {
  const sections = commands.map((command) => {
    const names = [command.name, ...command.aliases].map((name) => `\`/${name}\``).join(" ");
    const rows = Object.entries(command.arguments).map(([name, argument]) => {
      const choices = argument.choices?.map(({ value, label }) => `${label.ja} (\`${value}\`)`).join(", ") ?? "";
      const need = argument.required ? "required" : "optional";
      return `| \`${name}\` | ${argument.label.ja} / ${argument.label.en} | ${argument.type} | ${need} | ${choices} |`;
    });
    const table = rows.length ? ["", "| argument | label | type | | values |", "|---|---|---|---|---|", ...rows] : [];
    return [
      `## ${names}`,
      "",
      `${command.summary.ja}`,
      `${command.summary.en}`,
      "",
      `- Needs: ${command.requires === "signedIn" ? "membership of the room" : `\`${command.requires}\``}`,
      `- Rooms: ${command.roomKinds.join(", ")}`,
      `- Example: \`${command.example.ja}\``,
      ...table,
    ].join("\n");
  });
  const head = [
    "# Commands",
    "",
    "Generated from the command table by `npm run docs:commands`; a test fails when it is out of date. Every command",
    "works as `/name` in the web client, as `!name` in any Matrix client, and as a form.",
  ].join("\n");
  return `${[head, ...sections].join("\n\n")}\n`;
}
