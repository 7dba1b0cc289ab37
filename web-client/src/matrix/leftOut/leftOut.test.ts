import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { leftOut } from "./aliases.ts";
import * as calls from "./calls.ts";
import * as eventsSdk from "./eventsSdk.ts";
import * as lookalikes from "./lookalikes.ts";
import * as neverAsked from "./neverAsked.ts";

const lib = path.dirname(fileURLToPath(import.meta.resolve("matrix-js-sdk/lib/client.js")));
/** What only the parts that are left out need, and the door to everything, which the client does not use. */
const BEHIND = /^(?:webrtc|matrixrtc|extensible_events_v1)\/|^(?:matrix|index|browser-index)\.js$/;
const IMPORT = /^import (?<names>.+) from "(?<from>[^"]+)";$/gm;

const standIns: Readonly<Record<string, object>> = {
  "calls.ts": calls,
  "eventsSdk.ts": eventsSdk,
  "lookalikes.ts": lookalikes,
  "neverAsked.ts": neverAsked,
};

const modules = fs
  .readdirSync(lib, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".js") && !BEHIND.test(file));
const source = (file: string) => fs.readFileSync(path.join(lib, file), "utf8");

const imports = modules.flatMap((file) =>
  [...source(file).matchAll(IMPORT)].flatMap(({ groups: { names = "", from = "" } = {} }) => {
    const alias = leftOut.find(({ find }) => find.test(from));
    const named = names.startsWith("{") ? names.slice(1, -1).split(",") : ["default"];
    return alias ? named.map((name) => ({ file, from, name: name.trim(), standIn: alias.file })) : [];
  }),
);

const uses = (property: string) => [
  ...new Set(
    [...source("client.js").matchAll(new RegExp(`this\\.${property}\\??\\.(\\w+)`, "g"))].map(([, name]) => name),
  ),
];

describe("parts of the SDK that are left out", () => {
  it("are still parts that it has", () => {
    for (const { find } of leftOut) expect(imports.some(({ from }) => find.test(from))).toBe(true);
  });

  it.each(imports)("give $file the $name it imports from $from", ({ name, standIn }) => {
    expect(Object.keys(standIns[standIn] ?? {})).toContain(name);
  });

  it("are asked for nothing that the stand-ins lack", () => {
    expect(uses("matrixRTC").sort()).toEqual(["start", "stop"]);
    expect(uses("mediaHandler")).toEqual([]);
    expect(calls.supportsMatrixCall()).toBe(false);
  });
});
