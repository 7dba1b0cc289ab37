import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { BOT_PREFIX, readConfig } from "@tsunagi/appservice/config/config";
import { settingsFromEnvironment } from "@tsunagi/homeserver/renderCli";
import { homeserverSettings } from "@tsunagi/homeserver/settings";
import { describe, expect, it } from "vitest";
import { compose, composeText, readText, root, services, settingsReadBy, variablesOf } from "./files.ts";

const envExample = readText("deploy", "env.example");
const operations = readText("docs", "operations.md");

describe("secrets", () => {
  const uses = new Set(services.flatMap(([, service]) => service.secrets ?? []));

  it("are files, and every one is given to somebody", () => {
    for (const [name, { file }] of Object.entries(compose.secrets)) {
      expect(file).toBe(`\${TSUNAGI_SECRETS_DIR:-./deploy/secrets}/${name}`);
      expect([...uses]).toContain(name);
    }
    expect([...uses].filter((name) => !(name in compose.secrets))).toEqual([]);
  });

  it("stand nowhere as text: whatever sounds like one is the name of a file", () => {
    const sounding = /SECRET|PASSWORD|TOKEN|KEY|DATABASE_URL/;
    const wrong = services.flatMap(([name, { environment = {} }]) =>
      Object.entries(environment)
        .filter(([key]) => sounding.test(key) && key !== "TSUNAGI_PASSWORD_LENGTH")
        .filter(([key, value]) => !key.endsWith("_FILE") || !value.startsWith("/run/secrets/"))
        .map(([key]) => `${name}: ${key}`),
    );
    expect(wrong).toEqual([]);
    expect(composeText).not.toMatch(/[0-9a-f]{32}|[A-Za-z0-9+/]{40}=/);
  });

  it("a container reads are its own", () => {
    for (const [name, { environment = {}, secrets = [], command = [], healthcheck }] of services) {
      const texts = [...Object.values(environment), ...command, ...(healthcheck?.test ?? [])].join("\n");
      const read = [...texts.matchAll(/\/run\/secrets\/(\w+)/g)].map(([, secret = ""]) => secret);
      expect(
        read.filter((secret) => !secrets.includes(secret)),
        name,
      ).toEqual([]);
    }
  });

  it("are all made by make-secrets.sh, in a form the hub and Synapse take", () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tsunagi-secrets-"));
    try {
      const make = () =>
        execFileSync("sh", [path.join(root, "deploy", "make-secrets.sh"), folder], { encoding: "utf8" });
      make();
      expect(fs.readdirSync(folder).sort()).toEqual(Object.keys(compose.secrets).sort());
      const before = fs.readFileSync(path.join(folder, "store_key"), "utf8");
      expect(make()).not.toContain("made");
      expect(fs.readFileSync(path.join(folder, "store_key"), "utf8")).toBe(before);

      const environmentOf = (service: string) => withExample(compose.services[service]?.environment ?? {}, folder);
      const settings = homeserverSettings.parse(settingsFromEnvironment(environmentOf("homeserver-config")));
      const hub = readConfig(environmentOf("hub"));
      expect(settings.appservice).toMatchObject({
        id: hub.appservice.id,
        senderLocalpart: hub.appservice.senderLocalpart,
        operatorLocalpart: hub.appservice.operatorLocalpart,
        botPrefix: BOT_PREFIX,
        asToken: hub.appservice.asToken,
        hsToken: hub.appservice.hsToken,
      });
      expect(hub.database.url).toContain("@postgres:5432/tsunagi");
      expect(settings.passwords.minimumLength).toBe(hub.care.passwordMinLength);
      expect(settings.publicBaseUrl).toBe(hub.http.publicUrl);
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });
});

/** A service's environment as compose would fill it in: the example's settings, defaults, secrets from `folder`. */
function withExample(environment: Readonly<Record<string, string>>, folder: string): Record<string, string> {
  const set = new Map([...envExample.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]));
  const fill = (text: string) =>
    text.replaceAll(
      /\$\{(\w+)(?::?([-?])([^}]*))?\}/g,
      (_, name: string, kind?: string, fallback = "") => set.get(name) ?? (kind === "-" ? fallback : ""),
    );
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      fill(String(value)).replace("/run/secrets/", `${folder}/`),
    ]),
  );
}

describe("settings", () => {
  const variables = variablesOf(composeText);
  const configSource = readText("appservice", "src", "config", "config.ts");
  const renderSource = readText("homeserver", "src", "renderCli.ts");

  it("have one default each, which stands in the example", () => {
    expect(variables.length).toBeGreaterThan(40);
    for (const { name, fallback } of variables) {
      if (fallback === null) expect(envExample, name).toMatch(new RegExp(`^${name}=\\S+$`, "m"));
      else expect(envExample, name).toContain(`\n#${name}=${fallback}\n`);
    }
  });

  it("of the example are all used by the compose file", () => {
    const inExample = [...envExample.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name = ""]) => name);
    const used = new Set(variables.map(({ name }) => name));
    expect(inExample.filter((name) => !used.has(name))).toEqual([]);
    expect(new Set(inExample).size).toBe(inExample.length);
  });

  it("are all explained in docs/operations.md, those of the hub and of Synapse too", () => {
    const names = new Set([
      ...variables.map(({ name }) => name),
      ...settingsReadBy(configSource),
      ...settingsReadBy(renderSource),
    ]);
    expect([...names].filter((name) => !operations.includes(`\`${name}\``))).toEqual([]);
  });

  it("of the hub and of Synapse are all set in the compose file; the development server's is not", () => {
    const missing = (source: string, service: string, fixed: readonly string[]) => {
      const environment = compose.services[service]?.environment ?? {};
      return settingsReadBy(source).filter(
        (name) => !(name in environment) && !(`${name}_FILE` in environment) && !fixed.includes(name),
      );
    };
    expect(missing(configSource, "hub", ["TSUNAGI_WEB_DEV_URL"])).toEqual([]);
    expect(missing(renderSource, "homeserver-config", ["TSUNAGI_HOMESERVER_URL"])).toEqual([]);
  });
});
