import { type CommandDescription, commandDescription } from "@tsunagi/contracts/rest/commands";
import described from "./testCommands.json" with { type: "json" };

/** Commands for tests, as the hub describes them. */
export const commands: readonly CommandDescription[] = described.map((command) => commandDescription.parse(command));

function named(name: string): CommandDescription {
  const found = commands.find((command) => command.name === name);
  if (!found) throw new Error(`no command ${name}`);
  return found;
}

export const note = named("note");
export const records = named("records");
export const correct = named("correct");
export const help = named("help");
