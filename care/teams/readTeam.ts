import type { TeamId } from "@tsunagi/contracts/ids";
import type { TeamView } from "@tsunagi/contracts/rest/teams";
import { found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { loadTeam } from "./store.ts";
import { viewTeam } from "./viewTeam.ts";

/** A team and its members, former ones too: the list the person may ask for (domain 6). */
export async function readTeam(unit: StaffUnit, input: { teamId: TeamId }): Promise<TeamView> {
  const { personId } = found(await loadTeam(unit.tx, input.teamId));
  const job = await authorise(unit, "team.read", { personId });
  unit.audit({ action: "team.read", job, personId, subjectId: input.teamId });
  return viewTeam(unit, input.teamId);
}
