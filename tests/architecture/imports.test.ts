import { describe, expect, it } from "vitest";
import { MAY_IMPORT, type SourceFile, sourceFiles } from "./source.ts";

const files = sourceFiles();
const isTest = (file: SourceFile) => file.workspace === "tests" || /\.test\.tsx?$/.test(file.path);

/** Packages with one place each. */
const ONE_PLACE: readonly { readonly packages: RegExp; readonly place: RegExp; readonly what: string }[] = [
  {
    packages: /^(@prisma\/|@tsunagi\/prisma\/generated\/|\.\.?\/.*generated\/client)/,
    place: /^(care\/.*\bstore\.ts$|prisma\/)/,
    what: "only store.ts files touch Prisma",
  },
  { packages: /^matrix-js-sdk/, place: /^web-client\/src\/matrix\//, what: "only web-client/src/matrix knows the SDK" },
  {
    packages: /^matrix-appservice/,
    place: /^appservice\/src\/bridge\//,
    what: "only appservice/src/bridge knows the bridge",
  },
  {
    packages: /^@matrix-org\/matrix-sdk-crypto|^fake-indexeddb/,
    place: /^appservice\/src\/crypto\//,
    what: "only appservice/src/crypto knows the crypto library",
  },
];

describe("the house", () => {
  it("lets every workspace import only the floors below it", () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .map((entry) => entry.file?.split("/")[0])
        .filter((target) => target !== undefined && target !== file.workspace)
        .filter((target) => !(MAY_IMPORT[file.workspace] ?? []).includes(target ?? ""))
        .map((target) => `${file.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("crosses workspaces by package name only", () => {
    const wrong = files.flatMap((file) =>
      file.imports
        .filter(({ specifier, file: target }) => specifier.startsWith(".") && target?.split("/")[0] !== file.workspace)
        .filter(({ file: target }) => !(file.workspace === "tests" && target?.startsWith("scripts/")))
        .map(({ specifier }) => `${file.path} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it("keeps each of these packages in its one place", () => {
    const wrong = files
      .filter((file) => !isTest(file))
      .flatMap((file) =>
        ONE_PLACE.filter(({ place }) => !place.test(file.path)).flatMap(({ packages, what }) =>
          file.imports
            .filter(({ specifier }) => packages.test(specifier))
            .map(({ specifier }) => `${what}: ${file.path} imports ${specifier}`),
        ),
      );
    expect(wrong).toEqual([]);
  });

  it("has no import cycle, types included", () => {
    expect(cycles(files)).toEqual([]);
  });

  it("imports only files that exist", () => {
    const known = new Set(files.map((file) => file.path));
    const wrong = files.flatMap((file) =>
      file.imports
        .filter(({ file: target }) => target !== null && /\.tsx?$/.test(target) && !target.includes("/generated/"))
        .filter(({ file: target }) => !known.has(target ?? ""))
        .map(({ specifier }) => `${file.path} imports ${specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has no barrel files", () => {
    const barrels = files.filter((file) =>
      /^\s*(export (\*|\{[^}]*\}|type \{[^}]*\}) from [^\n]+\s*)+$/.test(file.text),
    );
    expect(barrels.map((file) => file.path)).toEqual([]);
  });

  it("gives a capability the same name on every floor", () => {
    const folders = (workspace: string) =>
      new Set(files.filter((f) => f.workspace === workspace).map((f) => f.path.split("/")[1]));
    const care = folders("care");
    const others = [...folders("bots")].filter(
      (name) => name !== undefined && !name.endsWith(".ts") && !["framework", "help"].includes(name),
    );
    expect(others.filter((name) => !care.has(name))).toEqual([]);
  });
});

/** Groups of files that import one another in a circle. */
function cycles(all: readonly SourceFile[]): string[] {
  const graph = new Map(all.map((file) => [file.path, file.imports.flatMap((entry) => entry.file ?? [])]));
  const state = new Map<string, "open" | "done">();
  const found: string[] = [];
  const visit = (name: string, trail: readonly string[]): void => {
    if (state.get(name) === "done") return;
    if (state.get(name) === "open") {
      found.push([...trail.slice(trail.indexOf(name)), name].join(" -> "));
      return;
    }
    state.set(name, "open");
    for (const next of graph.get(name) ?? []) if (graph.has(next)) visit(next, [...trail, name]);
    state.set(name, "done");
  };
  for (const name of graph.keys()) visit(name, []);
  return found;
}
