import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root, sourceFiles } from "./source.ts";

const files = sourceFiles();
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .trim()
  .split("\n");
const isText = (name: string) => !/\.(png|jpg|ico|woff2?|webp|pdf)$/.test(name);

describe("source files", () => {
  it("stay small: median 80 lines, 95 of 100 below 250, none over 400", () => {
    const sizes = files.map((file) => file.lines).sort((a, b) => a - b);
    expect(at(sizes, 0.5)).toBeLessThanOrEqual(80);
    expect(at(sizes, 0.95)).toBeLessThanOrEqual(250);
    expect(files.filter((file) => file.lines > 400).map((file) => `${file.path}: ${file.lines}`)).toEqual([]);
  });

  it("suppress no check without its reason", () => {
    const suppression =
      /@ts-(ignore|nocheck)|@ts-expect-error\s*$|biome-ignore\s+[\w/]+:\s*(<|$)|\b(it|test|describe)\.(only|skip|todo)\b/;
    const wrong = files
      .filter((file) => !file.path.startsWith("tests/architecture/"))
      .flatMap((file) =>
        file.text
          .split("\n")
          .filter((line) => suppression.test(line))
          .map((line) => `${file.path}: ${line.trim()}`),
      );
    expect(wrong).toEqual([]);
  });

  it("write no markup into the page and run no text as code", () => {
    const banned =
      /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|eval\(|new Function\()/;
    const client = files.filter((file) => file.workspace === "web-client");
    expect(client.filter((file) => banned.test(file.text)).map((file) => file.path)).toEqual([]);
  });

  it("keep what people read out of the views: it stands in i18n and in the contracts' code lists", () => {
    const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
    const wrong = files
      .filter((file) => /^web-client\/src\/(?!i18n\/).*\.tsx?$/.test(file.path) && !/\.test\.tsx?$/.test(file.path))
      .flatMap((file) =>
        withoutComments(file.text)
          .split("\n")
          .filter((line) => japanese.test(line))
          .map((line) => `${file.path}: ${line.trim()}`),
      );
    expect(wrong).toEqual([]);
  });
});

describe("the repository", () => {
  it("names no registry host", () => {
    const hosts = /registry\.npmjs|files\.pythonhosted|pypi\.org\/simple|deb\.debian\.org/;
    const wrong = tracked.filter((name) => isText(name) && hosts.test(fs.readFileSync(path.join(root, name), "utf8")));
    expect(wrong).toEqual([]);
  });

  it("pins every dependency in the lock file", () => {
    const text = fs.readFileSync(path.join(root, "package-lock.json"), "utf8");
    const { packages } = JSON.parse(text) as { packages: Record<string, { integrity?: string; link?: boolean }> };
    const loose = Object.entries(packages).filter(
      ([name, entry]) => name.startsWith("node_modules/") && !entry.link && !entry.integrity,
    );
    expect(loose.map(([name]) => name)).toEqual([]);
  });
});

/** Block and line comments taken out; good enough for finding text between quotes and tags. */
const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|[^:])\/\/.*$/gm, "$1");
