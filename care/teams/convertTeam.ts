import type { StaffId, TeamId } from "@tsunagi/contracts/ids";
import type { TeamView } from "@tsunagi/contracts/rest/teams";
import { requireTeamConsent } from "../consent/requireConsent.ts";
import { CareError } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { roomLane } from "../outbox/messages.ts";
import { authorise } from "../permissions/authorise.ts";
import { tellRoom } from "../rooms/makeRoom.ts";
import { roomOfTeam, setRoomKind } from "../rooms/store.ts";
import { type Admission, admit, nameActor } from "./admit.ts";
import { dismiss, lockActiveTeam } from "./membership.ts";
import { updateTeam } from "./store.ts";
import { viewTeam } from "./viewTeam.ts";

/**
 * Services start: the watch-over team becomes a care team in the same room (R12). The wider sharing needs its own
 * consent; professionals join and read what was written before; whoever watched over and is not needed leaves.
 * @throws CareError notWatchTeam, consentMissing
 */
export async function convertTeam(
  unit: StaffUnit,
  input: { teamId: TeamId; add: readonly Admission[]; remove: readonly StaffId[] },
): Promise<TeamView> {
  const team = await lockActiveTeam(unit, input.teamId);
  const { personId } = team;
  const job = await authorise(unit, "team.convert", { personId });
  if (team.kind !== "watch") throw new CareError("notWatchTeam");
  await requireTeamConsent(unit.tx, personId, "care");

  const care = { ...team, kind: "care" as const };
  await updateTeam(unit.tx, team.id, { kind: "care", convertedAt: unit.now });
  const room = await roomOfTeam(unit.tx, team.id);
  await setRoomKind(unit.tx, room.id, "team");
  const payload = { room: room.id, kind: "team" as const, code: room.code };
  await unit.send({ kind: "room.describe", lane: roomLane(room.id), key: `room.describe:${room.id}:team`, payload });
  await tellRoom(unit, room.id, { notice: "converted", by: nameActor(unit, job) }, team.id);
  const detail = { added: input.add.length, removed: input.remove.length };
  unit.audit({ action: "team.convert", job, personId, subjectId: team.id, detail });
  for (const admission of input.add) await admit(unit, care, admission, job);
  for (const staffId of input.remove) await dismiss(unit, care, staffId, { job, reason: "convert" });
  return viewTeam(unit, team.id);
}
