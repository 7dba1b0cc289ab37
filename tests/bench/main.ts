import { spawn } from "node:child_process";
import fs from "node:fs";
import { fileURLToPath } from "node:url";

/** npm run bench -- NAME [options]: runs one benchmark; without a name, says which there are. */
const folder = fileURLToPath(new URL(".", import.meta.url));
const helpers = ["main.ts", "echoBot.ts", "timelineFrames.ts"];
const names = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && !helpers.includes(file))
  .map((file) => file.replace(".ts", ""));
const [name = "", ...options] = process.argv.slice(2);
if (!names.includes(name)) {
  process.stderr.write(`Which benchmark? ${names.map((known) => `npm run bench -- ${known}`).join(", ")}\n`);
  process.exit(64);
}
const flags = ["--disable-warning=ExperimentalWarning", "--disable-warning=DEP0060"];
const child = spawn(process.execPath, [...flags, `${folder}${name}.ts`, ...options], { stdio: "inherit" });
child.once("exit", (code) => process.exit(code ?? 1));
