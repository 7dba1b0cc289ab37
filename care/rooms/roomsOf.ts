import type { HubRoomId, MatrixRoomId, StaffId } from "@tsunagi/contracts/ids";
import type { Tx } from "../kernel/store.ts";
import { roomsOfStaff } from "./store.ts";

/** Ids of the rooms somebody belongs to now; the Matrix id is null while a room is being made. */
export async function roomIdsOf(
  tx: Tx,
  staffId: StaffId,
): Promise<{ id: HubRoomId; matrixRoomId: MatrixRoomId | null }[]> {
  return (await roomsOfStaff(tx, staffId)).map(({ id, matrixRoomId }) => ({ id, matrixRoomId }));
}
