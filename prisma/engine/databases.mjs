import pg from "pg";

/** What Prisma's CLI asks of databases as a whole: can one connect, make one, drop one. */
export async function runDatabaseCommand(command, url) {
  const { admin, name } = administrative(url);
  if (command === "can-connect-to-database") return withClient(url, (client) => client.query("select 1"));
  if (command === "create-database") {
    await withClient(admin, (client) => client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`));
    return { databaseName: name };
  }
  if (command === "drop-database") return dropDatabase(admin, name);
  throw new Error(`unsupported cli command ${command}`);
}

export async function dropDatabase(admin, name) {
  await withClient(admin, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
  );
}

/** The server's own database, from which others are made, and the name of the one asked for. */
export function administrative(url) {
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  target.pathname = "/postgres";
  target.searchParams.delete("schema");
  return { admin: target.toString(), name };
}

export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Prisma's error codes for what goes wrong while connecting. */
export function describeConnectionError(error) {
  if (error.code === "3D000") return { code: "P1003", message: "Database does not exist on the database server" };
  if (["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT"].includes(error.code)) {
    return { code: "P1001", message: "Can't reach database server" };
  }
  if (["28P01", "28000"].includes(error.code)) {
    return { code: "P1000", message: "Authentication failed against database server" };
  }
  return { code: error.code ?? "P1017", message: error.message };
}
