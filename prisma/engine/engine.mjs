import { randomUUID } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { administrative, dropDatabase, withClient } from "./databases.mjs";

const require = createRequire(import.meta.url);
const glue = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
const COLUMN_TYPE_CHARACTER = 6; // ColumnTypeEnum.Character
const OID_CHAR = 18;
const OID_BPCHAR = 1042;

/** The commit the wasm engine was built from, the last part of its package's version. */
export function engineCommit() {
  const manifest = JSON.parse(fs.readFileSync(path.join(path.dirname(glue), "package.json"), "utf8"));
  return manifest.version.split(".").pop();
}

globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  message: "",
  set_message(message) {
    this.message = `panic: ${message}`;
  },
};
export const panicMessage = () => globalThis.PRISMA_WASM_PANIC_REGISTRY.message;

/** Loads the wasm engine and binds it to Postgres. */
export async function openEngine(datasource, datamodelFiles) {
  teachCharColumns();
  const bindings = await import(pathToFileURL(glue).href);
  const wasm = fs.readFileSync(path.join(path.dirname(glue), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const datamodels = datamodelFiles.length ? datamodelFiles.map((f) => [f, fs.readFileSync(f, "utf8")]) : undefined;
  const debug = (text) => process.env.DEBUG?.includes("prisma") && process.stderr.write(`${text}\n`);
  return bindings.SchemaEngine.new({ datamodels }, debug, bindMigrationAwareSqlAdapterFactory(factory(datasource)));
}

function factory(datasource) {
  const url = new URL(datasource.url ?? "postgresql://unset:5432/none");
  const schema = url.searchParams.get("schema") ?? undefined;
  url.searchParams.delete("schema");
  const made = adapter(url.toString(), schema);
  made.connectToShadowDb = () => shadow(datasource, schema);
  return made;
}

/** The shadow database: the one that is named, emptied first, or a new one that is dropped afterwards. */
async function shadow({ url, shadowDatabaseUrl }, schema) {
  if (shadowDatabaseUrl) {
    const empty = "DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public";
    await withClient(shadowDatabaseUrl, (client) => client.query(empty));
    return adapter(shadowDatabaseUrl, schema).connect();
  }
  const { admin } = administrative(url);
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  await withClient(admin, (client) => client.query(`CREATE DATABASE "${name}"`));
  const target = new URL(admin);
  target.pathname = `/${name}`;
  const connection = await adapter(target.toString(), schema).connect();
  const dispose = connection.dispose.bind(connection);
  connection.dispose = async () => {
    await dispose();
    await dropDatabase(admin, name);
  };
  return connection;
}

function adapter(connectionString, schema) {
  const pool = new pg.Pool({ connectionString, max: 5 });
  const made = new PrismaPg(pool, { disposeExternalPool: true, ...(schema ? { schema } : {}) });
  const connect = made.connect.bind(made);
  made.connect = async () => sendScriptsWhole(await connect());
  return made;
}

/** The adapter splits scripts at every ';', which breaks function bodies and string literals. */
function sendScriptsWhole(connection) {
  keepCharColumns(connection);
  const start = connection.startTransaction.bind(connection);
  connection.startTransaction = async (level) => keepCharColumns(await start(level));
  connection.executeScript = async (script) => {
    try {
      await connection.underlyingDriver().query(script);
    } catch (error) {
      connection.onError(error);
    }
  };
  return connection;
}

/** adapter-pg has no mapping for the catalogue type "char", which the schema describer selects. */
function teachCharColumns() {
  const addFields = pg.Result.prototype.addFields;
  pg.Result.prototype.addFields = function addFieldsWithChar(fields) {
    for (const field of fields) {
      if (field.dataTypeID !== OID_CHAR) continue;
      field.dataTypeID = OID_BPCHAR;
      field.isChar = true;
    }
    return addFields.call(this, fields);
  };
}

function keepCharColumns(queryable) {
  const prototype = Object.getPrototypeOf(queryable);
  queryable.queryRaw = async (query) => {
    let isChar = [];
    const performIO = async (request) => {
      const result = await queryable.performIO(request);
      isChar = result.fields.map((field) => field.isChar);
      return result;
    };
    const view = Object.create(queryable, { performIO: { value: performIO } });
    const result = await prototype.queryRaw.call(view, query);
    result.columnTypes = result.columnTypes.map((type, i) => (isChar[i] ? COLUMN_TYPE_CHARACTER : type));
    return result;
  };
  return queryable;
}
