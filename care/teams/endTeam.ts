import type { Job } from "../kernel/actor.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { closeRoom, tellRoom } from "../rooms/makeRoom.ts";
import { roomOfTeam } from "../rooms/store.ts";
import { type CloseCode, sealReason } from "./reasons.ts";
import { markLeft, membersOf, type TeamRow, updateTeam } from "./store.ts";

/** Why a team ends: the hub's own reason, or somebody's words, which the room is told. */
export type EndReason = { readonly code: CloseCode } | { readonly words: string };

/** Ends a team: a last notice, everybody out of the room, records kept. Gives the number of members who left. */
export async function endTeam(unit: StaffUnit, team: TeamRow, reason: EndReason, job: Job): Promise<number> {
  const { id, personId } = team;
  const words = "words" in reason ? reason.words : "";
  const withdrawn = "code" in reason && reason.code === "consentWithdrawn";
  const closeReason = "code" in reason ? reason.code : await sealReason(unit, personId, id, words);
  const members = (await membersOf(unit.tx, id)).filter((member) => member.leftAt === null);
  await updateTeam(unit.tx, id, { state: "closed", closedAt: unit.now, closeReason });
  await markLeft(
    unit.tx,
    members.map((member) => member.id),
    { leftAt: unit.now, removedById: unit.actor.staffId, leaveReason: "teamClosed" },
  );
  const room = await roomOfTeam(unit.tx, id);
  await tellRoom(unit, room.id, { notice: "closed", reason: words, withdrawn }, id);
  await closeRoom(unit, room.id);
  const detail = { withdrawn, members: members.length };
  unit.audit({ action: "team.close", job, personId, subjectId: id, detail });
  return members.length;
}
