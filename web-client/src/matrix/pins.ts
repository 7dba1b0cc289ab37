import { EventType } from "matrix-js-sdk/lib/@types/event.js";
import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import { MatrixError } from "matrix-js-sdk/lib/http-api/errors.js";
import type { Room } from "matrix-js-sdk/lib/models/room.js";
import { z } from "zod";

/** Only ids of events stand in a room's state; what they say stays encrypted. */
const pinnedContent = z.object({ pinned: z.array(z.string()).catch([]) }).catch({ pinned: [] });

const pinnedOf = (content: unknown): readonly string[] => pinnedContent.parse(content).pinned;

/** Ids of a room's important messages, first pinned first. */
export const pinnedIn = (room: Room): readonly string[] =>
  pinnedOf(room.currentState.getStateEvents(EventType.RoomPinnedEvents, "")?.getContent() ?? {});

export const mayPinIn = (room: Room): boolean =>
  room.currentState.maySendStateEvent(EventType.RoomPinnedEvents, room.myUserId);

/** Changes the list as the server has it now: somebody else may have pinned a moment ago. */
export async function changePins(
  client: MatrixClient,
  roomId: string,
  change: (pinned: readonly string[]) => readonly string[],
): Promise<void> {
  const now = await client.getStateEvent(roomId, EventType.RoomPinnedEvents, "").catch((error: unknown) => {
    if (error instanceof MatrixError && error.errcode === "M_NOT_FOUND") return {};
    throw error;
  });
  const before = pinnedOf(now);
  const after = change(before);
  if (after.join() === before.join()) return;
  await client.sendStateEvent(roomId, EventType.RoomPinnedEvents, { pinned: [...after] }, "");
}
