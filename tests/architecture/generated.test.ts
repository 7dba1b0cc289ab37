import fs from "node:fs";
import path from "node:path";
import { commands } from "@tsunagi/bots/commands";
import { commandReference } from "@tsunagi/bots/framework/describe";
import { expect, it } from "vitest";
import { root } from "./source.ts";

it("docs/commands.md says what the command table says (npm run docs:commands)", () => {
  expect(fs.readFileSync(path.join(root, "docs", "commands.md"), "utf8")).toBe(commandReference(commands));
});
