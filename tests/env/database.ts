import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { until } from "./until.ts";
import { withDatabase } from "./withDatabase.ts";

/** A database of one's own, migrated and empty. */
export interface TestDatabase {
  readonly url: string;
  /** Runs SQL past the hub: to look at what is stored, or to tamper with it. */
  sql<Row extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Drops the database, whoever is still connected to it. */
  drop(): Promise<void>;
}

/** Clones the migrated template, so that test files never meet each other's rows. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, template } = inject("postgres");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await administer(adminUrl, `create database ${name} template ${template} strategy file_copy`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.toString(), max: 4 });
  return {
    url: url.toString(),
    sql: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) =>
      (await pool.query<Row>(text, [...values])).rows,
    drop: async () => {
      await pool.end();
      // A connection that has just been ended is still on its way out; thrown out, it would complain to nobody.
      await until("the last connection has gone", () => hasNoConnections(adminUrl, name), 5_000).catch(() => undefined);
      await administer(adminUrl, `drop database ${name} with (force)`);
    },
  };
}

const hasNoConnections = async (adminUrl: string, database: string): Promise<boolean> =>
  (await administer(adminUrl, `select 1 from pg_stat_activity where datname = '${database}'`)) === 0;

const administer = (url: string, statement: string): Promise<number> =>
  withDatabase(url, async (client) => (await client.query(statement)).rowCount ?? 0);
