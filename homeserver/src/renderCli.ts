import fs from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { ensureOperator } from "./adminApi.ts";
import { writeHomeserverFiles } from "./embedded.ts";
import type { HomeserverSettingsInput } from "./settings.ts";

/*
 * The homeserver of a container installation (docker-compose.yml), from its environment. Two one-shots:
 *   renderCli.ts            writes Synapse's files
 *   renderCli.ts operator   makes the operator account on the running homeserver
 * Every setting is listed in docs/operations.md.
 */
type Env = Readonly<Record<string, string | undefined>>;

/** Localpart of the server administrator the hub speaks through. */
const OPERATOR = "tsunagi-operator";

/** A setting is missing or wrong. Never shows a value: it may be a secret. */
export class SettingProblem extends Error {}

/** @throws SettingProblem that names the setting */
export function settingsFromEnvironment(env: Env): HomeserverSettingsInput {
  const layout = read(env, "TSUNAGI_SYNAPSE_LAYOUT") ?? "workers";
  if (layout !== "single" && layout !== "workers") {
    throw new SettingProblem("TSUNAGI_SYNAPSE_LAYOUT must be single or workers");
  }
  const host = "0.0.0.0"; // inside the container; only its networks reach it
  const logLevel = read(env, "TSUNAGI_SYNAPSE_LOG_LEVEL") ?? "WARNING";
  if (!isLogLevel(logLevel)) {
    throw new SettingProblem(`TSUNAGI_SYNAPSE_LOG_LEVEL must be one of ${LOG_LEVELS.join(", ")}`);
  }
  const redisPassword = read(env, "TSUNAGI_REDIS_PASSWORD");
  return {
    serverName: required(env, "TSUNAGI_SERVER_NAME"),
    publicBaseUrl: required(env, "TSUNAGI_PUBLIC_URL"),
    layout,
    dataDir: read(env, "TSUNAGI_SYNAPSE_DIR") ?? "/homeserver",
    modulesDir: read(env, "TSUNAGI_SYNAPSE_MODULES_DIR") ?? "/opt/tsunagi-modules",
    listener: { host, port: integer(env, "TSUNAGI_SYNAPSE_PORT", 8008) },
    ...(layout === "single"
      ? {}
      : {
          worker: {
            name: "generic1",
            host,
            port: integer(env, "TSUNAGI_WORKER_PORT", 8083),
            mainReplicationHost: read(env, "TSUNAGI_REPLICATION_HOST") ?? "synapse",
            mainReplicationPort: integer(env, "TSUNAGI_REPLICATION_PORT", 9093),
          },
          redis: {
            host: read(env, "TSUNAGI_REDIS_HOST") ?? "redis",
            port: integer(env, "TSUNAGI_REDIS_PORT", 6379),
            ...(redisPassword ? { password: redisPassword } : {}),
          },
        }),
    database: {
      host: read(env, "TSUNAGI_SYNAPSE_DATABASE_HOST") ?? "postgres",
      port: integer(env, "TSUNAGI_SYNAPSE_DATABASE_PORT", 5432),
      user: read(env, "TSUNAGI_SYNAPSE_DATABASE_USER") ?? "synapse",
      password: required(env, "TSUNAGI_SYNAPSE_DATABASE_PASSWORD"),
      name: read(env, "TSUNAGI_SYNAPSE_DATABASE_NAME") ?? "synapse",
      poolMax: integer(env, "TSUNAGI_SYNAPSE_DATABASE_POOL", 10),
    },
    secrets: {
      registrationSharedSecret: required(env, "TSUNAGI_REGISTRATION_SECRET"),
      macaroonSecretKey: required(env, "TSUNAGI_MACAROON_SECRET"),
      formSecret: required(env, "TSUNAGI_FORM_SECRET"),
      signingKey: required(env, "TSUNAGI_SIGNING_KEY"),
    },
    appservice: {
      id: "tsunagi",
      url: read(env, "TSUNAGI_APPSERVICE_URL") ?? "http://hub:8009",
      asToken: required(env, "TSUNAGI_AS_TOKEN"),
      hsToken: required(env, "TSUNAGI_HS_TOKEN"),
      senderLocalpart: "_tsunagi",
      botPrefix: "_tsunagi_",
      operatorLocalpart: OPERATOR,
    },
    federationWhitelist: list(env, "TSUNAGI_FEDERATION_DOMAINS"),
    limits: { uploadMegabytes: integer(env, "TSUNAGI_UPLOAD_MB", 50) },
    retention: { localMediaDays: days(env, "TSUNAGI_MEDIA_DAYS"), messageDays: days(env, "TSUNAGI_MESSAGE_DAYS") },
    passwords: { minimumLength: integer(env, "TSUNAGI_PASSWORD_LENGTH", 13) },
    logLevel,
  };
}

const LOG_LEVELS = ["DEBUG", "INFO", "WARNING", "ERROR"] as const;
const isLogLevel = (text: string): text is (typeof LOG_LEVELS)[number] =>
  (LOG_LEVELS as readonly string[]).includes(text);

/** The setting's text; `NAME_FILE` names a file that holds it (container secrets). Empty counts as not set. */
function read(env: Env, name: string): string | undefined {
  const file = env[`${name}_FILE`];
  if (!file) return env[name]?.trim() || undefined;
  try {
    return fs.readFileSync(file, "utf8").trim() || undefined;
  } catch {
    throw new SettingProblem(`${name}_FILE cannot be read: ${file}`);
  }
}

function required(env: Env, name: string): string {
  const value = read(env, name);
  if (value === undefined) throw new SettingProblem(`${name} is not set`);
  return value;
}

function integer(env: Env, name: string, fallback: number): number {
  const text = read(env, name);
  const value = text === undefined ? fallback : Number(text);
  if (!Number.isInteger(value) || value < 1) throw new SettingProblem(`${name} must be a whole number above 0`);
  return value;
}

/** Days something is kept; not set = for good. */
const days = (env: Env, name: string): number | null => (read(env, name) === undefined ? null : integer(env, name, 1));

const list = (env: Env, name: string): string[] =>
  (read(env, name) ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");

async function main([what]: readonly string[]): Promise<void> {
  if (what === "operator") {
    const url = (read(process.env, "TSUNAGI_HOMESERVER_URL") ?? "http://synapse:8008").replace(/\/+$/, "");
    await ensureOperator(url, OPERATOR, required(process.env, "TSUNAGI_REGISTRATION_SECRET"));
    process.stdout.write("The operator account is there.\n");
    return;
  }
  const settings = settingsFromEnvironment(process.env);
  writeHomeserverFiles(settings);
  process.stdout.write(`Synapse's files are in ${settings.dataDir}.\n`);
}

/** Exit codes as the hub's: 64 wrong settings, 69 the homeserver is not there, 70 anything else. */
function fail(error: unknown): never {
  if (error instanceof SettingProblem) exit(64, `Setting ${error.message}`);
  // zod's issues carry the place, not the value
  if (error instanceof z.ZodError)
    exit(64, error.issues.map(({ path, message }) => `Setting ${path.join(".")}: ${message}`).join("\n"));
  if (error instanceof TypeError && error.message === "fetch failed") exit(69, "The homeserver cannot be reached.");
  exit(70, error instanceof Error ? (error.stack ?? error.message) : String(error));
}

function exit(code: number, text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(code);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2)).catch(fail);
