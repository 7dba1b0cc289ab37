import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "./source.ts";

const pages = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], {
  cwd: root,
  encoding: "utf8",
})
  .trim()
  .split("\n")
  .filter((name) => fs.existsSync(path.join(root, name)));

/** Targets of a page's links and pictures, code aside. */
function linksOf(page: string): string[] {
  const text = fs.readFileSync(path.join(root, page), "utf8").replaceAll(/^```[\s\S]*?^```/gm, "");
  const inline = [...text.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)].map(([, target = ""]) => target);
  const html = [...text.matchAll(/<(?:img|a)\s[^>]*?(?:src|href)="([^"]+)"/g)].map(([, target = ""]) => target);
  return [...inline, ...html];
}

describe("the documents", () => {
  it("link to files that exist", () => {
    expect(pages.length).toBeGreaterThan(15);
    const broken = pages.flatMap((page) =>
      linksOf(page)
        .filter((target) => !/^([a-z]+:|#)/.test(target))
        .map((target) => decodeURIComponent(target.replace(/#.*$/, "")))
        .filter((target) => !fs.existsSync(path.join(root, path.dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it("give every decision a number of its own", () => {
    const files = pages.filter((page) => /^docs\/adr\/\d{4}-/.test(page)).map((page) => path.basename(page));
    const numbers = files.map((file) => file.slice(0, 4));
    expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([]);
  });

  it("name source files and tests that exist", () => {
    const broken = pages.filter((page) => page.startsWith("docs/")).flatMap((page) => missingPaths(page));
    expect(broken).toEqual([]);
  });
});

/** Paths from the repository's root that a page names as code, by their first folder; patterns and folders to be made aside. */
function missingPaths(page: string): string[] {
  const text = fs.readFileSync(path.join(root, page), "utf8").replaceAll(/^```[\s\S]*?^```/gm, "");
  const named = [
    ...text.matchAll(/`((?:appservice|bots|care|contracts|deploy|homeserver|prisma|scripts|tests)\/[^`]*)`/g),
  ];
  return named
    .map(([, name = ""]) => name)
    .filter((name) => /^[\w./-]+$/.test(name) && !/deploy\/(secrets|certificates)\//.test(name))
    .filter((name) => !fs.existsSync(path.join(root, name)))
    .map((name) => `${page}: ${name}`);
}
