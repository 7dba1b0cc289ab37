import { z } from "zod";
import { roles } from "../codes/roles.ts";
import { organisationId } from "../ids.ts";
import { endpoint } from "./endpoint.ts";

const duty = z
  .object({
    role: roles.schema.nullable().describe("Called first; null = whoever runs the organisation"),
    deputy: z.object({ id: organisationId, name: z.string() }).nullable().describe("Asked after that"),
  })
  .meta({ id: "Duty" });
export type DutyView = z.infer<typeof duty>;

const tag = "organisations";
const path = "/organisations/{organisationId}/duty";
const params = z.object({ organisationId });
const requires = "staff.manage";

export const readDuty = endpoint({
  ...{ method: "GET", path, tag, requires, params, response: duty },
  summary: "Whom an organisation wants told when it stays silent",
});

export const saveDuty = endpoint({
  ...{ method: "PUT", path, tag, requires, params, response: duty },
  summary: "Set the role on duty and the deputy organisation",
  body: z.object({ role: roles.schema.nullable(), deputyId: organisationId.nullable() }),
  problems: ["dutyOwnDeputy"],
});
