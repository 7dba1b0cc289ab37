import path from "node:path";
import { roles } from "@tsunagi/contracts/codes/roles";
import { untilOutboxEmpty } from "@tsunagi/prisma/embedded/outboxWait";
import { DEMO_PASSWORD, demoStaff } from "@tsunagi/prisma/seed/demoPeople";
import { Installation, Refusal } from "./installation.ts";
import { say, type TextKey } from "./messages.ts";
import { freePorts, isFree } from "./ports.ts";
import { root, type Stack, type StackOptions, startStack } from "./stack.ts";
import { buildClient, builtClient, startVite } from "./web.ts";

/*
 * npm start [-- --empty] and npm run dev: the whole hub on one machine, from embedded parts, its data in one folder.
 */
const env = process.env;
const empty = process.argv.includes("--empty");
const development = process.argv.includes("--dev");
const dataDir = path.resolve(env["TSUNAGI_DATA"] ?? path.join(root, ".tsunagi", empty ? "data-empty" : "data"));
const port = Number(env["TSUNAGI_PORT"] ?? 8080);
const host = env["TSUNAGI_HOST"] ?? "127.0.0.1";
const publicUrl = (env["TSUNAGI_PUBLIC_URL"] ?? `http://localhost:${port}`).replace(/\/+$/, "");
const serverName = env["TSUNAGI_SERVER_NAME"] ?? "localhost";
/** A Postgres server of one's own: `postgresql://USER:PASSWORD@HOST:PORT`. */
const databaseUrl = env["TSUNAGI_DATABASE_URL"];

const print = (text: string) => process.stdout.write(`${text}\n`);

function progress(): (key: TextKey) => void {
  let last = Date.now();
  return (key) => {
    const now = Date.now();
    print(`✓ ${say(key)} (${((now - last) / 1000).toFixed(1)} s)`);
    last = now;
  };
}

async function main(): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || !(await isFree(port, host))) throw new Refusal(say("portBusy", { port }));
  const installation = new Installation(dataDir);
  const state = installation.open(serverName);
  const step = progress();
  const stops: (() => void | Promise<void>)[] = [() => installation.close()];
  try {
    const web = await prepareWeb(step, stops);
    const options: StackOptions = { dataDir, port, host, publicUrl, serverName, databaseUrl, onStep: step, ...web };
    const stack = await startStack(options, { hub: false });
    stops.push(() => stack.stop());
    const administrator = state.filled ? undefined : await fill(stack, installation, step);
    await stack.startHub();
    if (!state.filled) await untilOutboxEmpty(stack.databaseUrl); // so that every sign-in that is printed works
    announce(administrator);
    await untilStopped(stack);
  } finally {
    print(say("stopping"));
    for (const stop of stops.reverse()) await stop();
    print(say("stopped", { dataDir }));
  }
}

async function prepareWeb(
  step: (key: TextKey) => void,
  stops: (() => void)[],
): Promise<Pick<StackOptions, "webDir" | "webDevUrl">> {
  if (!development) {
    if (await buildClient()) step("build");
    return { webDir: builtClient };
  }
  const [vitePort = 0] = await freePorts(1);
  const vite = startVite(vitePort);
  stops.push(() => vite.stop());
  step("vite");
  return { webDevUrl: `http://127.0.0.1:${vitePort}` };
}

interface Administrator {
  readonly loginName: string;
  readonly initialPassword: string;
}

async function fill(
  stack: Stack,
  installation: Installation,
  step: (key: TextKey) => void,
): Promise<Administrator | undefined> {
  if (empty) {
    const made = JSON.parse(await stack.command("admin:create")) as Administrator;
    installation.filled(serverName, "empty");
    return made;
  }
  await stack.command("demo:seed");
  installation.filled(serverName, "demo");
  step("seed");
  return undefined;
}

function announce(administrator: Administrator | undefined): void {
  print(`\n${say("ready")}\n\n    ${publicUrl}\n`);
  if (administrator) {
    print(say("firstAdmin"));
    print(`    ${administrator.loginName}  ${administrator.initialPassword}\n`);
  } else if (!empty) {
    print(say("demoSignIns", { password: DEMO_PASSWORD }));
    for (const { login, roles: held, family, given } of demoStaff) {
      const jobs = held.map((role) => (roles.has(role) ? roles.label(role, "ja") : role)).join("・");
      print(`    ${login.padEnd(12)}${family[0]} ${given[0]}（${jobs}）`);
    }
    print("");
  }
  print(say("stopHint"));
}

/** Until Ctrl-C, or until a part dies by itself. */
async function untilStopped(stack: Stack): Promise<void> {
  const signal = new Promise<undefined>((resolve) => {
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(name, () => resolve(undefined));
  });
  const dead = Promise.race([
    stack.hub.exited.then(() => ({ part: "hub", log: path.join(dataDir, "hub.log") })),
    stack.homeserver.exited.then(() => ({ part: "Synapse", log: path.join(dataDir, "synapse", "homeserver.log") })),
  ]);
  const ended = await Promise.race([signal, dead]);
  if (!ended) return;
  process.exitCode = 1;
  print(say("died", ended));
}

main().catch((error: Error & { code?: string }) => {
  // People get the sentence; parts that failed put their own into the message, with the place of their log.
  const text = error instanceof Refusal ? error.message : `${say("failed")}\n${error.message}`;
  process.stderr.write(`${error.code === "ENOSPC" ? say("diskFull", { free: 0, need: 300 }) : text}\n`);
  process.exit(1);
});
