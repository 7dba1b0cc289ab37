import type { TeamId } from "@tsunagi/contracts/ids";
import type { TeamView } from "@tsunagi/contracts/rest/teams";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { endTeam } from "./endTeam.ts";
import { lockActiveTeam } from "./membership.ts";
import { viewTeam } from "./viewTeam.ts";

/** Closes a team when it has done its work. */
export async function closeTeam(unit: StaffUnit, input: { teamId: TeamId; reason: string }): Promise<TeamView> {
  const team = await lockActiveTeam(unit, input.teamId);
  const job = await authorise(unit, "team.close", { personId: team.personId });
  await endTeam(unit, team, { words: input.reason }, job);
  return viewTeam(unit, team.id);
}
