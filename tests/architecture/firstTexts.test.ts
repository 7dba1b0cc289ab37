import fs from "node:fs";
import path from "node:path";
import { permissionName } from "@tsunagi/contracts/permissions";
import { parseSync } from "oxc-parser";
import { expect, it } from "vitest";
import { root, sourceFiles } from "./source.ts";
import { patternsOf, sentencesOf } from "./texts.ts";

const read = (file: string) => fs.readFileSync(path.join(root, file), "utf8");

/** Files that are loaded with a file, those it fetches later left out. */
function loadedWith(start: string): readonly string[] {
  const byPath = new Map(sourceFiles().map((file) => [file.path, file]));
  const found = new Set([start]);
  for (const file of found) {
    const { staticImports, staticExports } = parseSync(file, read(file)).module;
    const wanted = new Set([
      ...staticImports
        .filter(({ entries }) => entries.length === 0 || entries.some(({ isType }) => !isType))
        .map(({ moduleRequest }) => moduleRequest.value),
      ...staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ]);
    for (const { specifier, file: target } of byPath.get(file)?.imports ?? [])
      if (target && wanted.has(specifier) && byPath.has(target)) found.add(target);
  }
  return [...found];
}

it("every text of what is loaded first is loaded first", () => {
  const imported = read("web-client/src/i18n/jaFirst.ts").matchAll(/"\.\/ja\/(\w+)\.ts"/g);
  const first = new Set([...imported].map(([, part]) => part));
  // A permission may be called like a sentence.
  const later = [...sentencesOf("ja").keys()].filter(
    (key) => !first.has(key.split(".")[0]) && !permissionName.safeParse(key).success,
  );
  expect(later).not.toEqual([]);
  const said = loadedWith("web-client/src/app/main.tsx")
    .filter((file) => file.startsWith("web-client/") && !file.includes("/i18n/"))
    .flatMap((file) => patternsOf(read(file)).map((pattern) => ({ file, pattern })));
  const missing = said.flatMap(({ file, pattern }) =>
    later.filter((key) => pattern.test(key)).map((key) => `${file} says ${key}`),
  );
  expect(missing).toEqual([]);
});
