import type { TeamKind } from "@tsunagi/contracts/codes/rooms";
import type { PersonId } from "@tsunagi/contracts/ids";
import type { TeamView } from "@tsunagi/contracts/rest/teams";
import { requireTeamConsent } from "../consent/requireConsent.ts";
import { displayName } from "../kernel/actor.ts";
import { CareError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { openPerson } from "../people/openPerson.ts";
import { lockPerson } from "../people/store.ts";
import { authorise } from "../permissions/authorise.ts";
import { makeRoom, tellRoom } from "../rooms/makeRoom.ts";
import { type Admission, admit, nameActor } from "./admit.ts";
import { activeTeamOf, insertTeam } from "./store.ts";
import { viewTeam } from "./viewTeam.ts";

/**
 * Opens a care team (R3) or a watch-over team (R11) for a person who consented. Its encrypted room is made right
 * after the commit; the one who opens it is its first member.
 * @throws CareError forbidden, consentMissing, teamExists, and those of `admit`
 */
export async function openTeam(
  unit: StaffUnit,
  input: { personId: PersonId; kind: TeamKind; members: readonly Admission[] },
): Promise<TeamView> {
  const { personId, kind } = input;
  await lockPerson(unit.tx, personId);
  const job = await authorise(unit, "team.open", { personId });
  await requireTeamConsent(unit.tx, personId, kind);
  if (await activeTeamOf(unit.tx, personId)) throw new CareError("teamExists");

  const { staffId } = unit.actor;
  const team = await insertTeam(unit.tx, { id: newId("tem"), personId, kind, openedById: staffId, openedAt: unit.now });
  const room = await makeRoom(unit, kind === "watch" ? "watch" : "team", { teamId: team.id });
  unit.audit({ action: "team.open", job, personId, subjectId: team.id, detail: { kind } });
  const person = await openPerson(unit, personId);
  const personName = displayName(person);
  const watch = kind === "watch";
  await tellRoom(unit, room.id, { notice: "teamOpened", personName, watch, by: nameActor(unit, job) }, team.id);
  await admit(unit, team, { staffId, organisationId: job.organisationId }, job, true);
  for (const member of input.members) {
    if (member.staffId !== staffId) await admit(unit, team, member, job);
  }
  return viewTeam(unit, team.id);
}
