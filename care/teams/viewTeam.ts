import type { TeamId } from "@tsunagi/contracts/ids";
import type { TeamView } from "@tsunagi/contracts/rest/teams";
import { scopesOf } from "../consent/requireConsent.ts";
import { found } from "../kernel/errors.ts";
import type { Unit } from "../kernel/unit.ts";
import { openPerson, summaryOf } from "../people/openPerson.ts";
import { roomOfTeam } from "../rooms/store.ts";
import { loadTeam, membersOf } from "./store.ts";

/** A team as its members see it. Rights are the use case's matter. */
export async function viewTeam(unit: Unit, id: TeamId): Promise<TeamView> {
  const team = found(await loadTeam(unit.tx, id));
  const room = await roomOfTeam(unit.tx, id);
  const members = await membersOf(unit.tx, id);
  return {
    id,
    kind: team.kind,
    state: team.state,
    person: summaryOf(await openPerson(unit, team.personId)),
    roomId: room.matrixRoomId,
    code: room.code,
    openedAt: team.openedAt.toISOString(),
    convertedAt: team.convertedAt?.toISOString() ?? null,
    closedAt: team.closedAt?.toISOString() ?? null,
    members: members.map(({ id: _, userId: __, ...member }) => ({
      ...member,
      joinedAt: member.joinedAt.toISOString(),
      leftAt: member.leftAt?.toISOString() ?? null,
    })),
    consentedScopes: await scopesOf(unit.tx, team.personId),
  };
}
