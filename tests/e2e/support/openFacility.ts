import { addService } from "../../env/addService.ts";
import { withDatabase } from "../../env/withDatabase.ts";

/** Gives an organisation a 特別養護老人ホーム. @returns the facility's id */
export const openFacility = (databaseUrl: string, organisationId: string): Promise<string> =>
  withDatabase(databaseUrl, (client) => addService((text, values) => client.query(text, values), organisationId));
