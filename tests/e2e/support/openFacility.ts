import { randomInt } from "node:crypto";
import pg from "pg";

const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

/** Gives an organisation one service, as the open data would: 特別養護老人ホーム. @returns the facility's id */
export async function openFacility(databaseUrl: string, organisationId: string): Promise<string> {
  const id = `svc_${Array.from({ length: 26 }, () => LETTERS[randomInt(LETTERS.length)]).join("")}`;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `insert into organisation_service (id, organisation_id, system, service_type, business_number)
       values ($1, $2, 'care', '51', $3)`,
      [id, organisationId, `22${String(randomInt(10 ** 8)).padStart(8, "0")}`],
    );
  } finally {
    await client.end();
  }
  return id;
}
