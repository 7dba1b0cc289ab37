import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Workspaces as floors: each imports only what stands before it here (docs/architecture.md). */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  contracts: [],
  prisma: [],
  homeserver: [],
  care: ["contracts", "prisma"],
  bots: ["contracts", "care"],
  appservice: ["contracts", "prisma", "care", "bots"],
  "web-client": ["contracts"],
  scripts: ["contracts", "prisma", "homeserver", "bots", "appservice"],
  tests: ["contracts", "prisma", "homeserver", "care", "bots", "appservice", "scripts"],
};

export interface SourceFile {
  /** Path from the repository's root. */
  readonly path: string;
  readonly workspace: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly Import[];
}

export interface Import {
  readonly specifier: string;
  /** The imported file inside the repository, or null for a package. */
  readonly file: string | null;
}

/** Every source file git knows of or would take, generated ones aside. */
export function sourceFiles(): SourceFile[] {
  const args = ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts", "*.tsx"];
  const names = execFileSync("git", args, { cwd: root, encoding: "utf8" }).trim().split("\n");
  const present = [...new Set(names)].filter((name) => fs.existsSync(path.join(root, name)));
  return present.filter((name) => name.includes("/")).map(read);
}

function read(name: string): SourceFile {
  const text = fs.readFileSync(path.join(root, name), "utf8");
  const { module } = parseSync(name, text);
  const specifiers = [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap((entry) => entry.entries.flatMap((one) => one.moduleRequest?.value ?? [])),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => literal(text.slice(start, end))),
  ];
  const imports = specifiers.map((specifier) => ({ specifier, file: resolve(name, specifier) }));
  return { path: name, workspace: name.split("/")[0] ?? "", text, lines: text.split("\n").length - 1, imports };
}

/** The text of a dynamic import's argument, when it is plain. */
const literal = (source: string): string[] => (/^["'][^"']+["']$/.test(source) ? [source.slice(1, -1)] : []);

function resolve(from: string, specifier: string): string | null {
  if (specifier.startsWith(".")) return path.posix.join(path.posix.dirname(from), specifier.replace(/\?.*$/, ""));
  const match = /^@tsunagi\/([^/]+)\/(.+)$/.exec(specifier);
  if (!match) return null;
  const [, workspace = "", rest = ""] = match;
  const inSource = ["appservice", "homeserver"].includes(workspace) ? "src/" : "";
  return `${workspace}/${inSource}${rest}.ts`;
}
