import pg from "pg";
import { addService } from "../../env/addService.ts";

/** Gives an organisation a 特別養護老人ホーム. @returns the facility's id */
export async function openFacility(databaseUrl: string, organisationId: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await addService((text, values) => client.query(text, values), organisationId);
  } finally {
    await client.end();
  }
}
