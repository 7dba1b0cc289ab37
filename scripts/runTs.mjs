// Runs one TypeScript program of the repository under the pinned Node, everything it needs installed first.
// node scripts/runTs.mjs PROGRAM.ts [arguments]
import { spawn } from "node:child_process";
import path from "node:path";
import { node24, prepare } from "./install/prepare.mjs";
import { giveUp, root } from "./install/steps.mjs";

try {
  await prepare();
} catch (error) {
  giveUp(error);
}
const [program = "", ...args] = process.argv.slice(2);
const flags = ["--disable-warning=ExperimentalWarning", "--disable-warning=DEP0060"];
const child = spawn(node24, [...flags, path.join(root, program), ...args], { cwd: root, stdio: "inherit" });
child.once("exit", (code) => process.exit(code ?? 1));
