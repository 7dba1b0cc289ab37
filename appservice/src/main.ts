import { readConfig } from "./config/config.ts";
import { type Hub, startHub } from "./hub.ts";

/** Exit codes: 64 wrong settings, 69 something the hub needs is missing or taken, 70 anything else. */
const EXIT = { settings: 64, unavailable: 69, other: 70 } as const;

async function main(): Promise<void> {
  const hub = await startHub(readConfig(process.env));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop(hub));
}

function stop(hub: Hub): void {
  hub.stop().then(
    () => process.exit(0),
    (error: unknown) => fail(error),
  );
}

/** People who start the hub get a sentence; the stack goes along only when nobody foresaw the error. */
function fail(error: unknown): never {
  const { name, message, stack, code } = error as Error & { code?: string };
  if (name === "SettingError") exit(EXIT.settings, `Setting ${message}`);
  if (name === "HubAlreadyRunning" || name === "StoreInUse") exit(EXIT.unavailable, message);
  if (code === "EADDRINUSE") exit(EXIT.unavailable, `The port is in use: ${message}`);
  if (name === "HomeserverUnreachable" || code === "ECONNREFUSED") exit(EXIT.unavailable, `Cannot connect: ${message}`);
  exit(EXIT.other, stack ?? String(error));
}

function exit(code: number, text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(code);
}

main().catch(fail);
