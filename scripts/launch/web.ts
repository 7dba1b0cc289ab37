import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { root } from "./stack.ts";

const webDir = path.join(root, "web-client");
export const builtClient = path.join(webDir, "dist");
const vite = path.join(root, "node_modules/vite/bin/vite.js");

/** Test runners set NODE_ENV to something else, and Vite would build the client for development: no service worker. */
const MODE = "production";

/** Builds the web client when its sources differ from those of the last build. @returns whether it was built */
export async function buildClient(): Promise<boolean> {
  const digest = digestOf(
    [path.join(webDir, "src"), path.join(webDir, "build"), path.join(root, "contracts")],
    ["index.html", "vite.config.ts", "package.json", "public"],
  );
  const stamp = path.join(builtClient, ".sources");
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === digest) return false;
  await runVite(["build"]);
  fs.writeFileSync(stamp, digest);
  return true;
}

/** Vite's development server; hot reload goes to it directly. */
export function startVite(port: number): { stop(): void } {
  const args = [vite, "--host", "127.0.0.1", "--port", String(port), "--strictPort"];
  const child = spawn(process.execPath, args, {
    cwd: webDir,
    stdio: "ignore",
    env: { ...process.env, TSUNAGI_HMR_PORT: String(port) },
  });
  return { stop: () => void child.kill("SIGTERM") };
}

function runVite(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_ENV: MODE };
    const child = spawn(process.execPath, [vite, ...args], { cwd: webDir, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`The web client could not be built.\n${output}`)),
    );
  });
}

function digestOf(folders: readonly string[], files: readonly string[]): string {
  const hash = createHash("sha256").update(MODE);
  const add = (file: string) => hash.update(file).update(fs.readFileSync(file));
  const walk = (entry: string): void => {
    const stat = fs.statSync(entry, { throwIfNoEntry: false });
    if (stat?.isDirectory()) {
      for (const name of fs.readdirSync(entry).sort()) if (name !== "node_modules") walk(path.join(entry, name));
    } else if (stat) add(entry);
  };
  for (const folder of folders) walk(folder);
  for (const file of files) walk(path.join(webDir, file));
  return hash.digest("hex");
}
