import { roomPath } from "@tsunagi/contracts/paths";
import type { Care } from "../kernel/unit.ts";
import { markRead } from "./store.ts";

/** Somebody has read a room up to a moment. */
export interface RoomRead {
  readonly matrixRoomId: string;
  readonly userId: string;
  readonly at: Date;
}

/** Whoever has read a room has opened what they were told of there: it does not fall on to others. */
export async function readRooms(care: Care, reads: readonly RoomRead[]): Promise<void> {
  if (reads.length === 0) return;
  const opened = reads.map(({ matrixRoomId, userId, at }) => ({
    ...{ userId, at },
    place: roomPath(matrixRoomId),
  }));
  await care.asSystem("readRooms", (unit) => markRead(unit.tx, opened), { audited: false });
}
