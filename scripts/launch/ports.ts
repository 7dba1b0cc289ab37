import { randomInt } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { isAlive } from "./alive.ts";

/**
 * Below what any system hands out for outgoing connections (Linux from 32,768, others from 49,152): a port from there
 * could be taken by a mere request between being found and being listened on.
 */
const RANGE = { from: 15_000, to: 32_000 };
/** More tries than this mean that something else is wrong. */
const TRIES = 1_000;

/** True when nobody listens there. */
export function isFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/**
 * As many free loopback ports as asked for, all different. They belong to this process until it ends: nobody else who
 * asks here gets them meanwhile, also before anything listens on them.
 * @throws Error when none is free
 */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  for (let tries = 0; ports.length < count; tries += 1) {
    if (tries > TRIES) throw new Error(`No free port between ${RANGE.from} and ${RANGE.to}.`);
    const port = randomInt(RANGE.from, RANGE.to);
    if (reserve(port) && (await isFree(port))) ports.push(port);
  }
  return ports;
}

/** One small file a port, holding the number of the process it belongs to. */
function reserve(port: number): boolean {
  const folder = path.join(os.tmpdir(), `tsunagi-ports-${process.getuid?.() ?? "own"}`);
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, String(port));
  const owner = fs.existsSync(file) ? Number(fs.readFileSync(file, "utf8")) : 0; // 0 also while it is being written
  if (owner > 0 && !isAlive(owner)) fs.rmSync(file, { force: true });
  try {
    fs.writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
