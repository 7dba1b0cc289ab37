import pg from "pg";
import { withDatabase } from "./withDatabase.ts";

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly data_type: string;
}

/**
 * Looks for texts in every column of every table, bytes included.
 * @returns `table.column: text` for each that was found
 */
export async function databaseHolds(url: string, texts: readonly string[]): Promise<string[]> {
  return withDatabase(url, async (client) => {
    const { rows } = await client.query<Column>(`
      select table_name, column_name, data_type from information_schema.columns
      join information_schema.tables using (table_schema, table_name)
      where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'
        and data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY')`);
    const found: string[] = [];
    for (const column of rows) found.push(...(await searchColumn(client, column, texts)));
    return found;
  });
}

async function searchColumn(client: pg.Client, column: Column, texts: readonly string[]): Promise<string[]> {
  const { table_name: table, column_name: name, data_type: type } = column;
  const field = pg.escapeIdentifier(name);
  const found: string[] = [];
  for (const text of texts) {
    // JSON may hold a letter as itself or escaped; bytes are searched as bytes.
    const escaped = [...text].map((letter) => `\\u${letter.codePointAt(0)?.toString(16).padStart(4, "0")}`).join("");
    const test =
      type === "bytea"
        ? `position($1::bytea in ${field}) > 0`
        : `(position($1 in ${field}::text) > 0 or position($2 in ${field}::text) > 0)`;
    const values: (string | Buffer)[] = type === "bytea" ? [Buffer.from(text, "utf8")] : [text, escaped];
    const query = `select 1 from ${pg.escapeIdentifier(table)} where ${test} limit 1`;
    const schema = table.startsWith("_private") ? "graphile_worker" : "public";
    await client.query(`set search_path to ${schema}, public`);
    const { rowCount } = await client.query(query, values);
    if (rowCount) found.push(`${table}.${name}: ${text}`);
  }
  return found;
}
