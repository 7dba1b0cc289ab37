#!/usr/bin/env node
// Stand-in for the schema engine that Prisma's CLI would download: the same arguments and JSON-RPC over standard
// input and output, done with @prisma/schema-engine-wasm and @prisma/adapter-pg. PostgreSQL only.
import { createInterface } from "node:readline";
import { describeConnectionError, runDatabaseCommand } from "./databases.mjs";
import { openEngine, panicMessage } from "./engine.mjs";

const argv = process.argv.slice(2);
const option = (name) => (argv.includes(name) ? argv[argv.indexOf(name) + 1] : undefined);
const options = (name) => argv.flatMap((argument, i) => (argument === name ? [argv[i + 1]] : []));
const datasource = JSON.parse(option("--datasource") ?? "{}");

if (argv.includes("--version")) {
  console.log(`schema-engine-cli ${(await import("./engine.mjs")).engineCommit()}`);
  process.exit(0);
}
if (argv.includes("cli")) await runCli(argv[argv.indexOf("cli") + 1]);
else serve();

async function runCli(command) {
  try {
    await runDatabaseCommand(command, requireUrl());
    process.exit(0);
  } catch (error) {
    const { code, message } = describeConnectionError(error);
    // The CLI drops the first line of standard error before it parses the rest.
    const first = { level: "INFO", target: "schema_engine", fields: { message: "start" } };
    const fields = { message, error_code: code, is_panic: false };
    process.stderr.write(`${JSON.stringify(first)}\n`);
    process.stderr.write(`${JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields })}\n`);
    process.exit(1);
  }
}

function requireUrl() {
  if (!datasource.url) throw new Error("The datasource.url property is required in your Prisma config file.");
  return datasource.url;
}

function serve() {
  let queue = Promise.resolve();
  const lines = createInterface({ input: process.stdin });
  lines.on("line", (line) => {
    const request = parse(line);
    if (request?.method) queue = queue.then(() => handle(request));
  });
  lines.on("close", () => queue.then(() => process.exit(0)));
}

function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // not a request
  }
}

let engine;
let printed = 0;

async function handle({ id, method, params }) {
  try {
    send({ id, result: plain(await call(method, params ?? {})) });
  } catch (error) {
    const code = /^P\d+/.test(String(error?.code)) ? error.code : null;
    const message = panicMessage() || String(error?.message ?? error);
    const data = { is_panic: error?.name === "RuntimeError", message, meta: error?.meta ?? null, error_code: code };
    send({ id, error: { code: 4466, message: "An error happened. Check the data field for details.", data } });
  }
}

async function call(method, params) {
  if (method === "createDatabase") return runDatabaseCommand("create-database", requireUrl());
  engine ??= openEngine(datasource, options("--datamodels"));
  const result = await (await engine)[method === "getDatabaseVersion" ? "version" : method](params);
  if (method === "diff" && result?.stdout != null) {
    printed += 1;
    send({ id: `print-${printed}`, method: "print", params: { content: result.stdout } });
    return { ...result, stdout: null };
  }
  return result;
}

const plain = (result) => (result === undefined ? {} : result instanceof Map ? Object.fromEntries(result) : result);
const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
