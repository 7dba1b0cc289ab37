import { type ChildProcess, execFile, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { ensureOperator } from "@tsunagi/homeserver/adminApi";
import { type EmbeddedHomeserver, modulesDir, startEmbeddedHomeserver } from "@tsunagi/homeserver/embedded";
import type { HomeserverSettingsInput } from "@tsunagi/homeserver/settings";
import {
  ensureDatabases,
  type PostgresServer,
  postgresAt,
  startEmbeddedPostgres,
} from "@tsunagi/prisma/embedded/postgres";
import { freePorts } from "./ports.ts";
import { loadSecrets, type Secrets } from "./secrets.ts";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const python = path.join(root, ".venv", process.platform === "win32" ? "Scripts/python.exe" : "bin/python");

export interface StackOptions {
  readonly dataDir: string;
  /** Public port; the inner ones are chosen anew at every start. */
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly serverName: string;
  /** false only in tests. */
  readonly durable?: boolean;
  /** A Postgres server of one's own instead of the embedded one: its URL without a database name. */
  readonly databaseUrl?: string | undefined;
  readonly webDir?: string;
  readonly webDevUrl?: string;
  readonly homeserver?: Partial<
    Pick<HomeserverSettingsInput, "limits" | "retention" | "logLevel" | "furtherAppservices">
  >;
  readonly hubEnv?: Readonly<Record<string, string>>;
  /** Called as each part comes up. */
  readonly onStep?: (part: StackPart) => void;
}

export type StackPart = "postgres" | "migrations" | "homeserver" | "hub";

export interface HubProcess {
  readonly pid: number;
  readonly exited: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
}

export interface Stack {
  readonly publicUrl: string;
  readonly homeserverUrl: string;
  readonly databaseUrl: string;
  readonly synapseDatabaseUrl: string;
  readonly secrets: Secrets;
  readonly hubEnv: NodeJS.ProcessEnv;
  readonly homeserver: EmbeddedHomeserver;
  hub: HubProcess;
  /** Starts the hub (again) and waits until it answers. */
  startHub(): Promise<void>;
  /** Runs one of the hub's commands to its end and gives what it printed. */
  command(...args: string[]): Promise<string>;
  restartHomeserver(): Promise<void>;
  stop(): Promise<void>;
}

/** Brings up Postgres, Synapse and, unless `hub: false`, the hub, in that order. */
export async function startStack(options: StackOptions, { hub = true } = {}): Promise<Stack> {
  const started: (() => Promise<void>)[] = [];
  try {
    return await bringUp(options, hub, started);
  } catch (error) {
    for (const stop of started.reverse()) await stop(); // leave nothing running behind
    throw error;
  }
}

async function bringUp(options: StackOptions, hub: boolean, started: (() => Promise<void>)[]): Promise<Stack> {
  const { dataDir, onStep = () => undefined } = options;
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const secrets = loadSecrets(dataDir);
  const [databasePort = 0, homeserverPort = 0, appservicePort = 0] = await freePorts(3);

  const postgres = options.databaseUrl
    ? postgresAt(options.databaseUrl)
    : await startEmbeddedPostgres({
        dataDir,
        port: databasePort,
        password: secrets.databasePassword,
        durable: options.durable ?? true,
      });
  started.push(() => postgres.stop());
  await makeDatabases(postgres);
  onStep("postgres");
  const databaseUrl = postgres.url("tsunagi");
  await migrate(databaseUrl);
  onStep("migrations");
  const settings = homeserverSettings(options, secrets, postgres, { homeserverPort, appservicePort });
  let homeserver = await startEmbeddedHomeserver(settings, python);
  started.push(() => homeserver.stop());
  await ensureOperator(homeserver.url, "tsunagi-operator", secrets.registrationSharedSecret);
  onStep("homeserver");

  const hubEnv = hubEnvironment(options, secrets, { databaseUrl, homeserverUrl: homeserver.url, appservicePort });
  const logFile = path.join(dataDir, "hub.log");
  // For the hub's commands (npm run hub): they need the same settings.
  fs.writeFileSync(path.join(dataDir, "hub.env.json"), JSON.stringify(hubEnv), { mode: 0o600 });
  const stack: Stack = {
    publicUrl: options.publicUrl,
    homeserverUrl: homeserver.url,
    databaseUrl,
    synapseDatabaseUrl: postgres.url("synapse"),
    secrets,
    hubEnv,
    get homeserver() {
      return homeserver;
    },
    hub: notRunning,
    startHub: async () => {
      stack.hub = await startHub(hubEnv, logFile, options.port);
      onStep("hub");
    },
    command: async (...args) => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [...NODE_FLAGS, path.join(root, "appservice/src/cli.ts"), ...args],
        {
          env: hubEnv,
          maxBuffer: 64_000_000,
        },
      );
      return stdout;
    },
    restartHomeserver: async () => {
      await homeserver.stop();
      homeserver = await startEmbeddedHomeserver(settings, python);
    },
    stop: async () => {
      stack.hub.kill("SIGTERM");
      await stack.hub.exited;
      await homeserver.stop();
      await postgres.stop();
    },
  };
  if (hub) await stack.startHub();
  return stack;
}

const notRunning: HubProcess = { pid: 0, exited: Promise.resolve(0), kill: () => undefined };
/** node:sqlite is experimental; the bridge's dependencies use an old helper of Node's. */
const NODE_FLAGS = ["--disable-warning=ExperimentalWarning", "--disable-warning=DEP0060"];

/** @throws Error in a sentence when the server does not answer or refuses */
async function makeDatabases(postgres: PostgresServer): Promise<void> {
  try {
    await ensureDatabases(postgres, { synapse: "C", tsunagi: "C.UTF-8" });
  } catch (error) {
    const place = `${postgres.host}:${postgres.port}`;
    throw new Error(`The database server at ${place} cannot be used: ${(error as Error).message}`, { cause: error });
  }
}

async function migrate(databaseUrl: string): Promise<void> {
  const cli = path.join(root, "node_modules/prisma/build/index.js");
  const args = [cli, "migrate", "deploy", "--config", path.join(root, "prisma/prisma.config.ts")];
  try {
    await promisify(execFile)(process.execPath, args, {
      cwd: root,
      env: { ...process.env, DATABASE_URL: databaseUrl },
    });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`The database could not be brought up to date.\n${stdout}${stderr}`.trim());
  }
}

function homeserverSettings(
  options: StackOptions,
  secrets: Secrets,
  postgres: PostgresServer,
  ports: { homeserverPort: number; appservicePort: number },
): HomeserverSettingsInput {
  const { registrationSharedSecret, macaroonSecretKey, formSecret, signingKey, asToken, hsToken } = secrets;
  const { host, port, user, password } = postgres;
  return {
    serverName: options.serverName,
    publicBaseUrl: options.publicUrl,
    dataDir: path.join(options.dataDir, "synapse"),
    modulesDir,
    listener: { host: "127.0.0.1", port: ports.homeserverPort },
    database: { host, port, user, password, name: "synapse" },
    secrets: { registrationSharedSecret, macaroonSecretKey, formSecret, signingKey },
    appservice: {
      id: "tsunagi",
      url: `http://127.0.0.1:${ports.appservicePort}`,
      asToken,
      hsToken,
      senderLocalpart: "_tsunagi",
      botPrefix: "_tsunagi_",
      operatorLocalpart: "tsunagi-operator",
    },
    ...options.homeserver,
  };
}

function hubEnvironment(
  options: StackOptions,
  secrets: Secrets,
  inner: { databaseUrl: string; homeserverUrl: string; appservicePort: number },
): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"],
    NODE_ENV: process.env["NODE_ENV"],
    TSUNAGI_HOST: options.host,
    TSUNAGI_PORT: String(options.port),
    TSUNAGI_PUBLIC_URL: options.publicUrl,
    TSUNAGI_SERVER_NAME: options.serverName,
    TSUNAGI_DATA_DIR: path.join(options.dataDir, "hub"),
    DATABASE_URL: inner.databaseUrl,
    TSUNAGI_HOMESERVER_URL: inner.homeserverUrl,
    TSUNAGI_APPSERVICE_PORT: String(inner.appservicePort),
    TSUNAGI_AS_TOKEN: secrets.asToken,
    TSUNAGI_HS_TOKEN: secrets.hsToken,
    TSUNAGI_KEYRING: secrets.keyring,
    TSUNAGI_INDEX_KEY: secrets.indexKey,
    TSUNAGI_AUDIT_KEY: secrets.auditKey,
    TSUNAGI_STORE_KEY: secrets.storeKey,
    ...(options.webDir ? { TSUNAGI_WEB_DIR: options.webDir } : {}),
    ...(options.webDevUrl ? { TSUNAGI_WEB_DEV_URL: options.webDevUrl } : {}),
    ...options.hubEnv,
  };
}

async function startHub(env: NodeJS.ProcessEnv, logFile: string, port: number): Promise<HubProcess> {
  const out = fs.openSync(logFile, "a");
  const child = spawn(process.execPath, [...NODE_FLAGS, path.join(root, "appservice/src/main.ts")], {
    env,
    stdio: ["ignore", out, "pipe"],
    detached: true,
  });
  fs.closeSync(out);
  let complaint = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-4000);
    fs.appendFileSync(logFile, chunk);
  });
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await untilReady(
    child,
    `http://127.0.0.1:${port}/readyz`,
    () => complaint.trim() || `The hub stopped. Its log: ${logFile}`,
  );
  return { pid: child.pid ?? 0, exited, kill: (signal) => void child.kill(signal) };
}

async function untilReady(child: ChildProcess, url: string, complaint: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(complaint());
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // not listening yet
    }
    await delay(25);
  }
}
