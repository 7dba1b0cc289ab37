import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { settingsFromEnvironment } from "./renderCli.ts";
import { homeserverSettings } from "./settings.ts";

const REQUIRED = {
  TSUNAGI_SERVER_NAME: "care.example",
  TSUNAGI_PUBLIC_URL: "https://tsunagi.example",
  TSUNAGI_SYNAPSE_DATABASE_PASSWORD: "database-secret",
  TSUNAGI_REGISTRATION_SECRET: "registration-secret",
  TSUNAGI_MACAROON_SECRET: "macaroon-secret-key",
  TSUNAGI_FORM_SECRET: "form-secret-of-tests",
  TSUNAGI_SIGNING_KEY: "ed25519 a_test AAAA",
  TSUNAGI_AS_TOKEN: "appservice-token-of-tests",
  TSUNAGI_HS_TOKEN: "homeserver-token-of-tests",
} as const;

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "tsunagi-render-"));
});
afterEach(() => fs.rmSync(folder, { recursive: true }));

const fileWith = (text: string): string => {
  const file = path.join(folder, "secret");
  fs.writeFileSync(file, text);
  return file;
};

describe("settingsFromEnvironment", () => {
  it("makes whole settings with a worker out of the required ones", () => {
    const settings = homeserverSettings.parse(settingsFromEnvironment(REQUIRED));
    expect(settings).toMatchObject({
      layout: "workers",
      dataDir: "/homeserver",
      listener: { host: "0.0.0.0", port: 8008 },
      worker: { name: "generic1", port: 8083, mainReplicationHost: "synapse", mainReplicationPort: 9093 },
      redis: { host: "redis", port: 6379 },
      database: { host: "postgres", user: "synapse", name: "synapse", poolMax: 10 },
      appservice: { url: "http://hub:8009", botPrefix: "_tsunagi_" },
      federationWhitelist: [],
      retention: { localMediaDays: null, messageDays: null },
    });
  });

  it("names every required setting that is missing", () => {
    for (const name of Object.keys(REQUIRED))
      expect(() => settingsFromEnvironment({ ...REQUIRED, [name]: "" })).toThrow(`${name} is not set`);
  });

  it("reads a secret from the file NAME_FILE names, without its last line break", () => {
    const { TSUNAGI_AS_TOKEN: _, ...rest } = REQUIRED;
    const file = fileWith("token-from-a-secrets-file\n");
    const settings = settingsFromEnvironment({ ...rest, TSUNAGI_AS_TOKEN_FILE: file });
    expect(settings.appservice.asToken).toBe("token-from-a-secrets-file");
  });

  it("says which file cannot be read, and never a secret's value", () => {
    const missing = { ...REQUIRED, TSUNAGI_FORM_SECRET_FILE: path.join(folder, "nothing") };
    expect(() => settingsFromEnvironment(missing)).toThrow(/^TSUNAGI_FORM_SECRET_FILE cannot be read/);
    const wrong = { ...REQUIRED, TSUNAGI_SYNAPSE_PORT: "secret-typed-here" };
    expect(() => settingsFromEnvironment(wrong)).toThrow("TSUNAGI_SYNAPSE_PORT must be a whole number above 0");
  });

  it("takes numbers, days and lists", () => {
    const settings = settingsFromEnvironment({
      ...REQUIRED,
      TSUNAGI_UPLOAD_MB: "20",
      TSUNAGI_MESSAGE_DAYS: "1825",
      TSUNAGI_FEDERATION_DOMAINS: "a.example, b.example",
      TSUNAGI_SYNAPSE_LAYOUT: "single",
    });
    expect(settings).toMatchObject({
      layout: "single",
      limits: { uploadMegabytes: 20 },
      retention: { messageDays: 1825, localMediaDays: null },
      federationWhitelist: ["a.example", "b.example"],
    });
    expect(settings).not.toHaveProperty("redis");
  });

  it("refuses a layout or a log level that does not exist", () => {
    expect(() => settingsFromEnvironment({ ...REQUIRED, TSUNAGI_SYNAPSE_LAYOUT: "many" })).toThrow(/single or workers/);
    expect(() => settingsFromEnvironment({ ...REQUIRED, TSUNAGI_SYNAPSE_LOG_LEVEL: "LOUD" })).toThrow(/DEBUG, INFO/);
  });
});

describe("the command", () => {
  const program = fileURLToPath(new URL("renderCli.ts", import.meta.url));
  const run = (env: NodeJS.ProcessEnv, ...args: string[]) =>
    promisify(execFile)(process.execPath, [program, ...args], { env });

  it("writes Synapse's files for their owner only, and writes them again the same", async () => {
    const env = { ...REQUIRED, TSUNAGI_SYNAPSE_DIR: path.join(folder, "homeserver") };
    await run(env);
    const names = ["homeserver.yaml", "registration.yaml", "worker.yaml", "signing.key"];
    const read = () => names.map((name) => fs.readFileSync(path.join(env.TSUNAGI_SYNAPSE_DIR, name), "utf8"));
    const first = read();
    const modes = names.map((name) => fs.statSync(path.join(env.TSUNAGI_SYNAPSE_DIR, name)).mode & 0o777);
    expect(modes).toEqual(names.map(() => 0o600));
    await run(env);
    expect(read()).toEqual(first);
  });

  it("ends with a sentence and exit code 64 for a wrong setting", async () => {
    const { TSUNAGI_SERVER_NAME: _, ...rest } = REQUIRED;
    await expect(run(rest)).rejects.toMatchObject({ code: 64, stderr: "Setting TSUNAGI_SERVER_NAME is not set\n" });
    const env = { ...REQUIRED, TSUNAGI_SERVER_NAME: "Not A Name", TSUNAGI_SYNAPSE_DIR: folder };
    await expect(run(env)).rejects.toMatchObject({ code: 64, stderr: expect.stringMatching(/^Setting serverName: /) });
  });

  it("ends with exit code 69 when the homeserver is not there", async () => {
    const env = { ...REQUIRED, TSUNAGI_HOMESERVER_URL: "http://127.0.0.1:47391" };
    await expect(run(env, "operator")).rejects.toMatchObject({ code: 69 });
  });
});
