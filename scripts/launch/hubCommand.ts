import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { startEmbeddedPostgres } from "@tsunagi/prisma/embedded/postgres";
import { isAlive } from "./alive.ts";
import { Refusal } from "./installation.ts";
import { freePorts } from "./ports.ts";
import { loadSecrets } from "./secrets.ts";
import { root } from "./stack.ts";

/*
 * npm run hub -- COMMAND: a command of the hub (audit:verify, keys:rotate, device:approve …) on the installation of
 * npm start, running or not. Elsewhere (compose) the same commands run with the hub's own environment.
 */
async function main(): Promise<number> {
  if (process.env["DATABASE_URL"]) return run(process.env);
  const dataDir = path.resolve(process.env["TSUNAGI_DATA"] ?? path.join(root, ".tsunagi", "data"));
  const file = path.join(dataDir, "hub.env.json");
  if (!fs.existsSync(file))
    throw new Refusal(`There is no installation in ${dataDir}. Start one with npm start, or set TSUNAGI_DATA.`);
  const env = JSON.parse(fs.readFileSync(file, "utf8")) as Record<string, string>;
  const ownServer = !fs.existsSync(path.join(dataDir, "pg")); // TSUNAGI_DATABASE_URL: it runs by itself
  if (ownServer || isRunning(path.join(dataDir, "running.pid"))) return run(env);
  const [port = 0] = await freePorts(1);
  const postgres = await startEmbeddedPostgres({ dataDir, port, password: loadSecrets(dataDir).databasePassword });
  try {
    return await run({ ...env, DATABASE_URL: postgres.url("tsunagi") });
  } finally {
    await postgres.stop();
  }
}

const isRunning = (lock: string): boolean => fs.existsSync(lock) && isAlive(Number(fs.readFileSync(lock, "utf8")));

function run(env: NodeJS.ProcessEnv): Promise<number> {
  const flags = ["--disable-warning=ExperimentalWarning", "--disable-warning=DEP0060"];
  const cli = path.join(root, "appservice/src/cli.ts");
  const child = spawn(process.execPath, [...flags, cli, ...process.argv.slice(2)], { env, stdio: "inherit" });
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    process.stderr.write(`${error instanceof Refusal ? error.message : error.stack}\n`);
    process.exit(1);
  },
);
