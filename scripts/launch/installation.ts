import fs from "node:fs";
import path from "node:path";
import { isAlive } from "./alive.ts";
import { say } from "./messages.ts";

/** A reason not to start that people can do something about. */
export class Refusal extends Error {}

interface State {
  readonly serverName: string;
  /** What the first start filled it with; absent until the first start has come to its end. */
  readonly filled?: "demo" | "empty";
}

const NEEDED_MB = 300;

/** The data folder of an installation: who uses it, how far its first start came. */
export class Installation {
  readonly dataDir: string;
  readonly #stateFile: string;
  readonly #lockFile: string;

  constructor(dataDir: string) {
    this.dataDir = dataDir;
    this.#stateFile = path.join(dataDir, "installation.json");
    this.#lockFile = path.join(dataDir, "running.pid");
  }

  /** @throws Refusal when it is in use, the disk is nearly full or it belongs to another server name */
  open(serverName: string): State {
    fs.mkdirSync(this.dataDir, { recursive: true, mode: 0o711 });
    this.#lock();
    const { bavail, bsize } = fs.statfsSync(this.dataDir);
    const free = Math.floor((bavail * bsize) / 1_000_000);
    if (free < NEEDED_MB) throw new Refusal(say("diskFull", { free, need: NEEDED_MB }));
    const state = this.#read();
    if (!state) {
      this.#clearHalfMade();
      return this.#write({ serverName });
    }
    if (state.serverName !== serverName) throw new Refusal(say("otherName", { name: state.serverName }));
    return state;
  }

  filled(serverName: string, filled: "demo" | "empty"): void {
    this.#write({ serverName, filled });
  }

  close(): void {
    fs.rmSync(this.#lockFile, { force: true });
  }

  #lock(): void {
    const pid = fs.existsSync(this.#lockFile) ? Number(fs.readFileSync(this.#lockFile, "utf8")) : 0;
    if (pid && pid !== process.pid && isAlive(pid)) throw new Refusal(say("alreadyRunning", { pid }));
    fs.writeFileSync(this.#lockFile, String(process.pid));
  }

  #read(): State | undefined {
    if (!fs.existsSync(this.#stateFile)) return undefined;
    return JSON.parse(fs.readFileSync(this.#stateFile, "utf8")) as State;
  }

  #write(state: State): State {
    fs.writeFileSync(`${this.#stateFile}.new`, JSON.stringify(state));
    fs.renameSync(`${this.#stateFile}.new`, this.#stateFile);
    return state;
  }

  /** Left by a start that ended before anything was in it. */
  #clearHalfMade(): void {
    const parts = ["pg", "synapse", "hub", "secrets.json"].map((name) => path.join(this.dataDir, name));
    const left = parts.filter((part) => fs.existsSync(part));
    if (left.length === 0) return;
    process.stdout.write(`${say("halfMade")}\n`);
    for (const part of left) fs.rmSync(part, { recursive: true, force: true });
  }
}
