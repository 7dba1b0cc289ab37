import type { MatrixRoomId } from "@tsunagi/contracts/ids";
import { found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { shareHistory } from "./makeRoom.ts";
import { roomIdsOf } from "./roomsOf.ts";

/** Asking more often within this time asks once: every room's whole past is gathered for an answer. */
const ASKED_ONCE_MS = 30_000;

/**
 * Somebody's device lacks the key of a message: the sender's own message with it was lost. The keeper hears
 * everything in the room, so it hands all its keys on once more, to trusted devices only (R4).
 * @throws CareError notFound when one is not in such a room
 */
export async function shareHistoryAgain(unit: StaffUnit, input: { roomId: MatrixRoomId }): Promise<{ done: true }> {
  const { staffId, userId } = unit.actor;
  const rooms = await roomIdsOf(unit.tx, staffId);
  const { id: room } = found(rooms.find(({ matrixRoomId }) => matrixRoomId === input.roomId));
  const span = Math.floor(unit.now.getTime() / ASKED_ONCE_MS);
  await shareHistory(unit, room, userId, `asked:${room}:${staffId}:${span}`);
  unit.audit({ action: "room.shareHistory", subjectId: room });
  return { done: true };
}
