// Small helpers of the install scripts: progress lines, running a program with its output in a log, giving up well.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { say } from "./messages.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A failure with a sentence for people; anything else is a bug and keeps its stack. */
export class Refusal extends Error {}

/** Runs one step with a line that says what happens and how long it took. */
export async function step(title, work) {
  const began = Date.now();
  const terminal = process.stdout.isTTY;
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
  if (terminal) process.stdout.write(`… ${title}`);
  const tick = terminal ? setInterval(() => process.stdout.write(`\r… ${title} (${seconds()})`), 500) : undefined;
  try {
    const result = await work();
    clearInterval(tick);
    process.stdout.write(`${terminal ? "\r" : ""}✓ ${title} (${seconds()})\n`);
    return result;
  } catch (error) {
    clearInterval(tick);
    process.stdout.write(`${terminal ? "\r" : ""}✗ ${title} (${seconds()})\n`);
    throw error;
  }
}

/** Runs a program; its output goes to a log that is named when it fails. */
export function run(command, args, { log, cwd = root, env = process.env } = {}) {
  fs.mkdirSync(path.dirname(log), { recursive: true });
  const out = fs.openSync(log, "a");
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", out, out] });
    child.once("error", (error) => reject(new Refusal(`${say("failed")}: ${command} (${error.message})`)));
    child.once("exit", (code) => {
      fs.closeSync(out);
      if (code === 0) resolve();
      else
        reject(
          new Refusal(`${say("failed")}: ${command} ${args.join(" ")}\n${tail(log)}\n${say("seeLog", { file: log })}`),
        );
    });
  });
}

const tail = (file) => fs.readFileSync(file, "utf8").trimEnd().split("\n").slice(-8).join("\n");

/** Throws a sentence unless there are `needMb` megabytes left at `place`. */
export function requireSpace(place, needMb) {
  fs.mkdirSync(place, { recursive: true });
  const { bavail, bsize } = fs.statfsSync(place);
  const free = Math.floor((bavail * bsize) / 1_000_000);
  if (free < needMb) throw new Refusal(say("diskFull", { place, free, need: needMb }));
}

/** Ends the process: a sentence for what was foreseen, the stack for what was not. */
export function giveUp(error) {
  if (error?.code === "ENOSPC") console.error(say("diskFull", { place: root, free: 0, need: 500 }));
  else console.error(error instanceof Refusal ? error.message : error);
  process.exit(1);
}
