import fs from "node:fs";
import path from "node:path";
import { commands } from "@tsunagi/bots/commands";
import { commandReference } from "@tsunagi/bots/framework/describe";
import { root } from "./stack.ts";

/** npm run docs:commands: writes docs/commands.md from the command table. */
fs.writeFileSync(path.join(root, "docs", "commands.md"), commandReference(commands));
