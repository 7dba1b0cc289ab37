import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { ensureDatabases, type PostgresServer, startEmbeddedPostgres } from "@tsunagi/prisma/embedded/postgres";
import { isAlive } from "../../scripts/launch/alive.ts";
import { freePorts } from "../../scripts/launch/ports.ts";

/** One real Postgres for a whole test run. Its data is lost when it stops. */
export interface TestPostgres {
  /** Connection string of one database. */
  url(database: string): string;
  /** Name of the migrated, empty database that others are cloned from. Nobody may stay connected to it. */
  readonly template: string;
  /** Creates further databases, for example Synapse's with LC_CTYPE C. */
  createDatabases(wanted: Record<string, "C" | "C.UTF-8">): Promise<void>;
  stop(): Promise<void>;
}

const TEMPLATE = "hub_template";
const FOLDER = "tsunagi-test-postgres-";
const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

/**
 * Starts Postgres in a temporary folder on a free port and applies the migrations to the template with the same
 * command as production (`prisma migrate deploy`).
 * @param durable waits for the disk, as in production: for what is timed
 * @throws Error with the program's output when a step fails; nothing is left running then
 */
export async function startTestPostgres({ durable = false } = {}): Promise<TestPostgres> {
  clearLeftovers();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${FOLDER}${process.pid}-`));
  fs.chmodSync(folder, 0o755); // as root, Postgres runs as another user and must get through
  const [port = 0] = await freePorts(1);
  const postgres = await startEmbeddedPostgres({
    dataDir: folder,
    port,
    password: "only-for-tests",
    durable,
  });
  const stop = async () => {
    await postgres.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ensureDatabases(postgres, { [TEMPLATE]: "C.UTF-8" });
    await migrate(postgres);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: postgres.url,
    template: TEMPLATE,
    createDatabases: (wanted) => ensureDatabases(postgres, wanted),
    stop,
  };
}

async function migrate(postgres: PostgresServer): Promise<void> {
  const cli = path.join(REPOSITORY, "node_modules/prisma/build/index.js");
  const config = path.join(REPOSITORY, "prisma/prisma.config.ts");
  await run(process.execPath, [cli, "migrate", "deploy", "--config", config], {
    cwd: REPOSITORY,
    env: { ...process.env, DATABASE_URL: postgres.url(TEMPLATE), PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  });
}

/** Stops what a killed run left behind: servers in our own folders whose test process is gone. */
function clearLeftovers(): void {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const owner = name.startsWith(FOLDER) ? Number(name.slice(FOLDER.length).split("-")[0]) : Number.NaN;
    if (!(owner > 0) || isAlive(owner)) continue;
    const folder = path.join(os.tmpdir(), name);
    const server = serverIn(folder);
    if (server !== undefined) process.kill(server, "SIGQUIT");
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
}

/** The process that serves this folder; its number alone could be somebody else's by now. */
function serverIn(folder: string): number | undefined {
  const file = path.join(folder, "pg", "postmaster.pid");
  if (!fs.existsSync(file)) return undefined;
  const pid = Number(fs.readFileSync(file, "utf8").split("\n")[0]);
  const commandLine = `/proc/${pid}/cmdline`;
  const serves = fs.existsSync(commandLine) && fs.readFileSync(commandLine, "utf8").includes(folder);
  return serves ? pid : undefined;
}
