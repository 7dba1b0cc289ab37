import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { root } from "../../scripts/launch/stack.ts";
import { until } from "./until.ts";

/** `npm start` as a person runs it, in a terminal of its own. */
export class Launched {
  readonly #child: ChildProcess;
  readonly exited: Promise<number | null>;
  output = "";

  constructor(args: readonly string[], env: Readonly<Record<string, string>>) {
    this.#child = spawn(process.execPath, [path.join(root, "scripts/start.mjs"), ...args], {
      cwd: root,
      env: { ...process.env, LANG: "en_US.UTF-8", LC_ALL: "", ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const collect = (chunk: Buffer) => {
      this.output += chunk.toString();
    };
    this.#child.stdout?.on("data", collect);
    this.#child.stderr?.on("data", collect);
    this.exited = new Promise((resolve) => this.#child.once("close", resolve));
  }

  /** Waits for a text in its output; fails with the output when it ends before. */
  async says(text: string | RegExp): Promise<void> {
    let ended = false;
    void this.exited.then(() => {
      ended = true;
    });
    await until(
      `the launcher says ${text}`,
      () => {
        if (this.output.match(text)) return true;
        if (ended) throw new Error(`the launcher ended without saying ${text}:\n${this.output}`);
        return false;
      },
      120_000,
    );
  }

  /** Ctrl-C: the terminal sends it to the whole group. */
  interrupt(): void {
    if (this.#child.exitCode === null && this.#child.pid) process.kill(-this.#child.pid, "SIGINT");
  }
}
