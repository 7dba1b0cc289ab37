import { randomInt } from "node:crypto";
import { newId } from "@tsunagi/care/kernel/ids";
import type { FacilityId } from "@tsunagi/contracts/ids";

type Sql = (text: string, values: unknown[]) => Promise<unknown>;

/** Gives an organisation one service, as the open data would; a 特別養護老人ホーム unless said otherwise. */
export async function addService(sql: Sql, organisationId: string, serviceType = "51"): Promise<FacilityId> {
  const id = newId("svc");
  await sql(
    `insert into organisation_service (id, organisation_id, system, service_type, business_number)
     values ($1, $2, 'care', $3, $4)`,
    [id, organisationId, serviceType, `22${String(randomInt(10 ** 8)).padStart(8, "0")}`],
  );
  return id;
}
