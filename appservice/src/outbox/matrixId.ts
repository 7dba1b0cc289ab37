import type { Care } from "@tsunagi/care/kernel/unit";
import { loadRoom } from "@tsunagi/care/rooms/store";
import type { HubRoomId, MatrixRoomId } from "@tsunagi/contracts/ids";
import { NotYet } from "./outbox.ts";

/** What the homeserver calls one of the hub's rooms. @throws NotYet while it is being made */
export async function matrixIdOf(care: Care, id: HubRoomId): Promise<MatrixRoomId> {
  const room = await care.bookkeeping((tx) => loadRoom(tx, id));
  if (!room?.matrixRoomId) throw new NotYet(`room ${id} is not made yet`);
  return room.matrixRoomId;
}
