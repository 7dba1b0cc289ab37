import { CareError } from "@tsunagi/care/kernel/errors";
import type { StaffUnit } from "@tsunagi/care/kernel/unit";
import { permissionsOf } from "@tsunagi/care/permissions/table";
import type { Answer, AnyCommand, CommandContext } from "./command.ts";
import { type Call, findCommand, nearestCommand, readArguments } from "./parse.ts";
import { malformedCommand, unknownCommand, wrongRoom } from "./problem.ts";

/** A call that has been understood and may be run, or the answer that says why not. */
export type Prepared =
  | {
      readonly command: AnyCommand;
      readonly values: Readonly<Record<string, unknown>>;
      readonly quotedEventId: string | null;
    }
  | { readonly refused: Answer };

/**
 * Finds the command and reads its arguments: pure, before any transaction is opened.
 * @param repliedTo the message this one answers: in any client, a reply `!note …` is about it
 */
export function prepare(
  commands: readonly AnyCommand[],
  call: Call,
  room: CommandContext["room"],
  repliedTo: string | null,
): Prepared {
  const command = findCommand(commands, call.name);
  if (!command) return { refused: unknownCommand(call.name, nearestCommand(commands, call.name)) };
  if (!command.roomKinds.includes(room.kind)) return { refused: wrongRoom(command) };
  const preset = command.quotes && repliedTo ? { [command.quotes]: repliedTo } : {};
  const reading = readArguments(command.arguments, call, preset);
  if ("problem" in reading) return { refused: malformedCommand(command, reading.problem) };
  const quoted = command.quotes ? reading.values[command.quotes] : null;
  return { command, values: reading.values, quotedEventId: typeof quoted === "string" ? quoted : null };
}

/**
 * Runs a prepared command inside the caller's act: the gate first (no role of theirs could ever do this), then the
 * executor, whose use case asks for the right to this very person, then the renderer.
 * @throws CareError for every refusal; the act is rolled back and the caller answers with the sentence
 */
export async function run(
  prepared: Extract<Prepared, { command: AnyCommand }>,
  unit: StaffUnit,
  context: Omit<CommandContext, "unit">,
): Promise<Answer> {
  const { command, values } = prepared;
  const { requires, name } = command;
  if (requires === "signedIn") unit.audit({ action: `command.${name}` });
  else if (!permissionsOf(unit.actor.jobs.map(({ role }) => role)).includes(requires)) {
    throw new CareError("forbidden", {}, { denied: { action: requires } });
  }
  return command.run({ ...context, unit }, values);
}
