import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dockerCompose } from "./dockerCompose.ts";
import { compose, readText, root, type Service, services } from "./files.ts";

const ONCE = ["homeserver-config", "migrate", "operator"];
const named = (test: (service: Service) => boolean): string[] =>
  services.filter(([, service]) => test(service)).map(([name]) => name);

describe("docker compose", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tsunagi-compose-"));
  const nothing = path.join(folder, "nothing.env");
  let command: ReturnType<typeof dockerCompose>;
  beforeAll(() => {
    fs.writeFileSync(nothing, "");
    command = dockerCompose();
  }, 300_000);
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  const config = (envFile: string, ...args: string[]) => {
    const [program, ...first] = command;
    const file = path.join(root, "docker-compose.yml");
    return spawnSync(program, [...first, "--env-file", envFile, "--file", file, "config", ...args], {
      cwd: root,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], HOME: process.env["HOME"] },
    });
  };

  it("accepts the file with the settings of the example", () => {
    const { status, stderr } = config(path.join(root, "deploy", "env.example"), "--quiet");
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it("refuses to start without the two settings that have no default, and says what they are for", () => {
    const { status, stderr } = config(nothing, "--quiet");
    expect(status).not.toBe(0);
    expect(stderr).toMatch(/can never change|host name people open/);
  });
});

describe("the containers", () => {
  it("are those of the house", () => {
    expect(services.map(([name]) => name).sort()).toEqual([
      "homeserver-config",
      "hub",
      "migrate",
      "operator",
      "postgres",
      "redis",
      "search",
      "synapse",
      "synapse-worker",
      "web",
    ]);
  });

  it("say whether they are well, or run once and end", () => {
    expect(named(({ healthcheck }) => !healthcheck).sort()).toEqual(ONCE);
    expect(named(({ restart }) => restart === "no").sort()).toEqual(ONCE);
    expect(named(({ restart }) => restart !== "no" && restart !== "unless-stopped")).toEqual([]);
  });

  it("run as somebody who is not root, with no capability and nothing to write to but their own folders", () => {
    const isRoot = (user: string | undefined) => user === undefined || /^(0|root)(:|$)/.test(user);
    expect(named(({ user }) => isRoot(user))).toEqual([]);
    expect(named(({ cap_drop }) => !cap_drop.includes("ALL"))).toEqual([]);
    expect(named(({ cap_add, privileged }) => cap_add !== undefined || privileged === true)).toEqual([]);
    expect(named(({ read_only }) => read_only !== true)).toEqual([]);
    expect(named(({ security_opt }) => !security_opt.includes("no-new-privileges:true"))).toEqual([]);
  });

  it("can be reached from outside by the reverse proxy only", () => {
    expect(named(({ ports }) => ports !== undefined)).toEqual(["web"]);
    expect(named(({ network_mode }) => network_mode === "host")).toEqual([]);
    expect(named(({ networks = [] }) => networks.includes("outside"))).toEqual(["web"]);
    const open = Object.entries(compose.networks).filter(([, network]) => network?.internal === undefined);
    expect(open.map(([name]) => name)).toEqual(["outside"]);
  });

  it("have one hub, which owns its key store", () => {
    expect(compose.services["hub"]?.deploy?.replicas).toBe(1);
    expect(named(({ volumes = [] }) => volumes.some((volume) => volume.startsWith("hub:")))).toEqual(["hub"]);
  });

  it("wait for what they need: the hub for the tables, the operator and Synapse", () => {
    expect(compose.services["hub"]?.depends_on).toEqual({
      migrate: { condition: "service_completed_successfully" },
      operator: { condition: "service_completed_successfully" },
      synapse: { condition: "service_healthy" },
    });
    for (const [name, { depends_on: needs = {} }] of services) {
      for (const [other, { condition }] of Object.entries(needs)) {
        const once = ONCE.includes(other);
        expect(condition, `${name} → ${other}`).toBe(once ? "service_completed_successfully" : "service_healthy");
      }
    }
  });

  it("that stay have a limit of memory", () => {
    const limited = named(({ deploy }) => deploy?.resources?.limits?.memory !== undefined);
    expect(
      services
        .map(([name]) => name)
        .filter((name) => !limited.includes(name))
        .sort(),
    ).toEqual(ONCE);
  });

  it("are built from files that exist", () => {
    const dockerfiles = [...new Set(services.flatMap(([, { build }]) => build?.dockerfile ?? []))];
    expect(dockerfiles.sort()).toEqual([
      "deploy/hub.Dockerfile",
      "deploy/search.Dockerfile",
      "deploy/synapse.Dockerfile",
      "deploy/web.Dockerfile",
    ]);
    for (const file of dockerfiles) expect(readText(file)).toMatch(/^USER 10001:10001$/m);
  });
});
