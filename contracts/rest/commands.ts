import { z } from "zod";
import { endpoint } from "./endpoint.ts";

const label = z.object({ ja: z.string(), en: z.string() });

/** One argument of a slash command, enough to draw a form for it. */
export const commandArgument = z
  .object({
    name: z.string(),
    label,
    type: z.enum(["text", "longText", "choice", "choices", "date", "number", "recordId", "eventId", "facilityId"]),
    required: z.boolean(),
    choices: z.array(z.object({ value: z.string(), label })).optional(),
    maxLength: z.number().int().optional(),
    placeholder: label.optional(),
    /** Filled by a button or a menu, never asked of a person. */
    hidden: z.boolean(),
  })
  .meta({ id: "CommandArgument" });
export type CommandArgument = z.infer<typeof commandArgument>;

export const commandDescription = z
  .object({
    name: z.string(),
    aliases: z.array(z.string()),
    summary: label,
    example: label,
    arguments: z.array(commandArgument),
    roomKinds: z.array(z.string()),
  })
  .meta({ id: "Command" });
export type CommandDescription = z.infer<typeof commandDescription>;

export const listCommands = endpoint({
  method: "GET",
  path: "/commands",
  tag: "commands",
  summary: "Slash commands with their arguments, for completion and forms",
  requires: "signedIn",
  response: z.object({ commands: z.array(commandDescription) }),
});
