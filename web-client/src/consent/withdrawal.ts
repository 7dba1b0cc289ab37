import type { ConsentScope } from "@tsunagi/contracts/codes/consent";
import type { TeamKind } from "@tsunagi/contracts/codes/rooms";
import type { ConsentView } from "@tsunagi/contracts/rest/consent";
import type { PersonView } from "@tsunagi/contracts/rest/people";

/** What withdrawing one consent would end, said before it is done. The hub decides by the same rules. */
export interface WithdrawalEffect {
  readonly endedScopes: readonly ConsentScope[];
  /** Kind of the team that would be closed; null when none is. */
  readonly closedTeam: TeamKind | null;
}

export function effectOfWithdrawing(
  consent: ConsentView,
  all: readonly ConsentView[],
  teams: PersonView["teams"],
): WithdrawalEffect {
  const others = all.filter(({ id, withdrawal }) => id !== consent.id && withdrawal === null);
  const left = new Set(others.flatMap(({ scopes }) => scopes));
  const endedScopes = consent.scopes.filter((scope) => !left.has(scope));
  const team = teams.find(({ state }) => state === "active");
  const covered = left.has("teamSharing") || (team?.kind === "watch" && left.has("watchSharing"));
  return { endedScopes, closedTeam: team && !covered ? team.kind : null };
}
