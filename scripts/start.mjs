// npm start / npm run dev: makes a fresh clone able to run, then starts everything under the pinned Node.
import { spawn } from "node:child_process";
import path from "node:path";
import { node24, prepare } from "./install/prepare.mjs";
import { giveUp, root } from "./install/steps.mjs";

try {
  await prepare();
} catch (error) {
  giveUp(error);
}

const launcher = path.join(root, "scripts", "launch", "main.ts");
const child = spawn(node24, ["--disable-warning=ExperimentalWarning", launcher, ...process.argv.slice(2)], {
  stdio: "inherit",
});
// The terminal sends Ctrl-C to both; the launcher stops things in their order, and we wait for it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
  process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
child.once("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
