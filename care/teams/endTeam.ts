import type { Job } from "../kernel/actor.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { closeRoom, tellRoom } from "../rooms/makeRoom.ts";
import { roomOfTeam } from "../rooms/store.ts";
import { markLeft, membersOf, type TeamRow, updateTeam } from "./store.ts";

/** Ends a team: a last notice, everybody out of the room, records kept. Gives the number of members who left. */
export async function endTeam(
  unit: StaffUnit,
  team: TeamRow,
  { reason, withdrawn, job }: { reason: string; withdrawn: boolean; job: Job },
): Promise<number> {
  const members = (await membersOf(unit.tx, team.id)).filter((member) => member.leftAt === null);
  await updateTeam(unit.tx, team.id, { state: "closed", closedAt: unit.now, closeReason: reason });
  await markLeft(
    unit.tx,
    members.map(({ id }) => id),
    { leftAt: unit.now, removedById: unit.actor.staffId, leaveReason: "teamClosed" },
  );
  const room = await roomOfTeam(unit.tx, team.id);
  await tellRoom(unit, room.id, { notice: "closed", reason: withdrawn ? "" : reason, withdrawn }, team.id);
  await closeRoom(unit, room.id);
  const { personId } = team;
  unit.audit({
    action: "team.close",
    job,
    personId,
    subjectId: team.id,
    detail: { withdrawn, members: members.length },
  });
  return members.length;
}
