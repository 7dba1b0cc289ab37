import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { renderHomeserver } from "./render.ts";
import { type HomeserverSettingsInput, homeserverSettings } from "./settings.ts";

export interface EmbeddedHomeserver {
  /** Client-server API on loopback. */
  readonly url: string;
  readonly pid: number;
  /** Settles when the process ends, with its exit code (null after a signal). */
  readonly exited: Promise<number | null>;
  stop(): Promise<void>;
}

/** The policy module's folder in this repository. */
export const modulesDir = fileURLToPath(new URL("../modules", import.meta.url));

/** Writes the rendered configuration into `settings.dataDir`, readable by its owner only. */
export function writeHomeserverFiles(input: HomeserverSettingsInput): void {
  const settings = homeserverSettings.parse(input);
  fs.mkdirSync(path.join(settings.dataDir, "media"), { recursive: true, mode: 0o700 });
  for (const [name, content] of Object.entries(renderHomeserver(settings))) {
    fs.writeFileSync(path.join(settings.dataDir, name), content, { mode: 0o600 });
  }
}

/**
 * Starts one Synapse process and waits until it answers.
 * @param python interpreter of the virtual environment Synapse is installed in
 * @throws Error with a readable sentence and the log's place
 */
export async function startEmbeddedHomeserver(
  input: HomeserverSettingsInput,
  python: string,
): Promise<EmbeddedHomeserver> {
  writeHomeserverFiles(input);
  const { dataDir, listener } = homeserverSettings.parse(input);
  const outFile = path.join(dataDir, "out.log");
  const out = fs.openSync(outFile, "a");
  const child = spawn(python, ["-m", "synapse.app.homeserver", "-c", path.join(dataDir, "homeserver.yaml")], {
    stdio: ["ignore", out, out],
    env: { ...process.env, PYTHONPATH: modulesDir, PYTHONDONTWRITEBYTECODE: "1" },
    detached: true, // a Ctrl-C in the terminal reaches the launcher, which stops Synapse in its order
  });
  fs.closeSync(out);
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const url = `http://${listener.host}:${listener.port}`;
  await waitUntilHealthy(child, url, outFile);
  return { url, pid: child.pid ?? 0, exited, stop: () => stop(child, exited) };
}

async function waitUntilHealthy(child: ChildProcess, url: string, log: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`Synapse stopped while starting. Its log: ${log}`);
    }
    if (await healthy(url)) return;
    await delay(50);
  }
}

async function healthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`)).ok;
  } catch {
    return false; // not listening yet
  }
}

async function stop(child: ChildProcess, exited: Promise<number | null>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await exited;
}
