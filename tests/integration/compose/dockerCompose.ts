import { execFileSync } from "node:child_process";
import fs from "node:fs";

const HELP =
  "Docker Compose was not found. Install it (as root: apt-get install docker-compose; elsewhere the Docker Compose plugin, so that `docker compose version` answers). No Docker engine is needed.";

/** How Docker Compose is called here: the plugin, the program of that name, or Debian's when we are root. */
export function dockerCompose(): readonly [command: string, ...args: string[]] {
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get")) {
    installDebian();
    const installed = find();
    if (installed) return installed;
  }
  throw new Error(HELP);
}

function find(): readonly [string, ...string[]] | undefined {
  if (answers("docker", "compose", "version")) return ["docker", "compose"];
  if (answers("docker-compose", "version")) return ["docker-compose"];
  return undefined;
}

function answers(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Without a network, or where Debian has no such package, the sentence above says what to do. */
function installDebian(): void {
  const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
  try {
    execFileSync("apt-get", ["update", "-qq"], options);
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "docker-compose"], options);
  } catch {
    return;
  }
}
