import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createServer, type Server } from "node:net";
import os from "node:os";
import path from "node:path";
import { startEmbeddedPostgres } from "@tsunagi/prisma/embedded/postgres";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { freePorts } from "../../scripts/launch/ports.ts";
import { Launched } from "../env/launcher.ts";
import { Person } from "../env/person.ts";

const folders: string[] = [];
const running: Launched[] = [];

function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "tsunagi-test-launch-"));
  fs.chmodSync(folder, 0o711);
  folders.push(folder);
  return folder;
}

function launch(dataDir: string, port: number, ...args: string[]): Launched {
  return launchWith({ TSUNAGI_DATA: dataDir, TSUNAGI_PORT: String(port) }, ...args);
}

function launchWith(env: Readonly<Record<string, string>>, ...args: string[]): Launched {
  const launched = new Launched(args, env);
  running.push(launched);
  return launched;
}

/** Command lines of processes that work on a folder. */
function processesOn(folder: string): string[] {
  const list = execFileSync("ps", ["-eo", "args"], { encoding: "utf8" }).split("\n");
  return list.filter((line) => line.includes(folder) && !line.includes("ps -eo"));
}

afterEach(async () => {
  for (const launched of running.splice(0)) {
    launched.interrupt();
    await launched.exited;
  }
});
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

describe("npm start", { timeout: 300_000 }, () => {
  it("brings up an installation without the demo and its first administrator, and stops cleanly on Ctrl-C", async () => {
    const dataDir = newFolder();
    const [port = 0] = await freePorts(1);
    const launched = launch(dataDir, port, "--empty");
    await launched.says("Ctrl-C stops everything");
    const password = /admin {2}(\S+)/.exec(launched.output)?.[1] ?? "";
    expect(launched.output).toContain(`http://localhost:${port}`);
    const page = await (await fetch(`http://localhost:${port}/`)).text();
    expect(page).toContain('<html lang="ja"');
    const administrator = await Person.signIn(`http://localhost:${port}`, "admin", password);
    const session = await administrator.settle();
    administrator.stop();
    expect(session.step).toBe("ready");
    expect(session.memberships.map(({ role }) => role)).toEqual(["networkAdmin"]);

    const second = launch(dataDir, (await freePorts(1))[0] ?? 0, "--empty");
    expect(await second.exited).toBe(1);
    expect(second.output).toContain("It is running on this data folder already");

    launched.interrupt();
    expect(await launched.exited).toBe(0);
    expect(launched.output).toContain("Stopped. Your data is in");
    expect(processesOn(dataDir)).toEqual([]);

    const again = launch(dataDir, port, "--empty");
    await again.says("Ctrl-C stops everything");
    expect(again.output).not.toContain("initial password");
  });

  it("says which port is busy, and how to take another, without a stack trace", async () => {
    const [port = 0] = await freePorts(1);
    const server: Server = createServer();
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    const launched = launch(newFolder(), port);
    expect(await launched.exited).toBe(1);
    server.close();
    expect(launched.output).toContain(`Port ${port} is in use`);
    expect(launched.output).not.toMatch(/\n\s+at /);
  });

  it("makes a half-made data folder anew, since nothing is in it yet", async () => {
    const dataDir = newFolder();
    fs.mkdirSync(path.join(dataDir, "pg", "base"), { recursive: true });
    fs.writeFileSync(path.join(dataDir, "pg", "postmaster.pid"), "1\n");
    const [port = 0] = await freePorts(1);
    const launched = launch(dataDir, port, "--empty");
    await launched.says("Ctrl-C stops everything");
    expect(launched.output).toContain("The first start was interrupted");
  });

  it("works on a Postgres server of one's own, and says so in a sentence when it cannot", async () => {
    const [port = 0, databasePort = 0] = await freePorts(2);
    const password = "a:b/c@d"; // to be escaped in the address
    const ownServer = { dataDir: newFolder(), port: databasePort, password, durable: false };
    const address = `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${databasePort}`;
    const env = { TSUNAGI_DATA: newFolder(), TSUNAGI_PORT: String(port), TSUNAGI_DATABASE_URL: address };
    const early = launchWith(env, "--empty");
    expect(await early.exited).toBe(1);
    expect(early.output).toContain(`The database server at 127.0.0.1:${databasePort} cannot be used`);
    expect(early.output).not.toMatch(/\n\s+at /);

    const postgres = await startEmbeddedPostgres(ownServer);
    try {
      const launched = launchWith(env, "--empty");
      await launched.says("Ctrl-C stops everything");
      expect(fs.existsSync(path.join(env.TSUNAGI_DATA, "pg"))).toBe(false);
      launched.interrupt();
      expect(await launched.exited).toBe(0);
    } finally {
      await postgres.stop();
    }
  });
});
