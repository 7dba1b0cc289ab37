import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/** How to start Postgres's programs, which refuse to run as root: a command to put in front, or another user id. */
export interface RunAs {
  readonly prefix: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/** Chooses an identity that may run `programs` on `dataDir`. As root that is `nobody`, or root inside a user namespace. */
export function chooseRunAs(dataDir: string, programs: string): RunAs {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const nobody = idOf("nobody");
  if (nobody !== undefined && othersMayEnter(dataDir) && othersMayEnter(programs)) {
    return { prefix: [], uid: nobody, gid: groupOf("nobody") ?? nobody };
  }
  return { prefix: ["unshare", "-U", "--map-user=65534", "--map-group=65534"] };
}

/** True when every folder above `target` lets other users through. */
function othersMayEnter(target: string): boolean {
  for (let dir = path.resolve(target); dir !== path.dirname(dir); dir = path.dirname(dir)) {
    const entry = fs.statSync(dir, { throwIfNoEntry: false });
    if (dir !== path.resolve(target) && entry && (entry.mode & 0o001) === 0) return false;
  }
  return true;
}

const idOf = (user: string): number | undefined => readId(["-u", user]);
const groupOf = (user: string): number | undefined => readId(["-g", user]);

function readId(args: string[]): number | undefined {
  try {
    return Number(execFileSync("id", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim());
  } catch {
    return undefined; // no such user on this system: the namespace is used instead
  }
}
