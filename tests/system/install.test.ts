import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** A clone whose packages are installed and whose Python environment is not. */
const clone = fs.mkdtempSync(path.join(os.tmpdir(), "tsunagi-test-install-"));

interface Prepare {
  stampOf(name: string, files: readonly string[]): { write(): void };
}
interface Steps {
  requireSpace(place: string, needMb: number): void;
  readonly Refusal: new () => Error;
}
const script = <Module>(file: string) => import(pathToFileURL(path.join(clone, file)).href) as Promise<Module>;

beforeAll(async () => {
  for (const part of ["scripts", "package-lock.json", "homeserver/requirements.txt", "prisma/schema.prisma"])
    fs.cpSync(path.join(root, part), path.join(clone, part), { recursive: true });
  for (const part of ["node_modules", "prisma/generated"])
    fs.symlinkSync(path.join(root, part), path.join(clone, part));
  const { stampOf } = await script<Prepare>("scripts/install/prepare.mjs");
  stampOf("packages", ["package-lock.json"]).write();
  stampOf("client", ["prisma/schema.prisma", "package-lock.json"]).write();
});
afterAll(() => fs.rmSync(clone, { recursive: true, force: true }));

describe("npm start on a machine that lacks something", () => {
  it.each([
    ["ja_JP.UTF-8", /Python 3\.10 以上が見つかりません。入れてからもう一度お試しください/],
    ["en_GB.UTF-8", /Python 3\.10 or newer was not found\. Install it and try again/],
  ])("says that there is no Python, and how to get it (%s)", (language, sentence) => {
    const { status, stderr } = spawnSync(process.execPath, ["scripts/start.mjs"], {
      cwd: clone,
      env: { PATH: path.join(clone, "nothing-here"), HOME: clone, LC_ALL: language },
      encoding: "utf8",
    });
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(1);
  });

  it("says how much room is missing, and where", async () => {
    const { requireSpace, Refusal } = await script<Steps>("scripts/install/steps.mjs");
    expect(() => requireSpace(clone, 1)).not.toThrow();
    const exabyte = 1e12;
    expect(() => requireSpace(clone, exabyte)).toThrow(Refusal);
    expect(() => requireSpace(clone, exabyte)).toThrow(new RegExp(`${clone}.*${exabyte} MB`));
  });
});
