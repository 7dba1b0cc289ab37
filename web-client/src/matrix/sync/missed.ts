import type { MatrixClient } from "matrix-js-sdk/lib/client.js";
import type { Room } from "matrix-js-sdk/lib/models/room.js";
import type { MSC3575SlidingSyncResponse } from "matrix-js-sdk/lib/sliding-sync.js";

/*
 * What the SDK's sliding sync (matrix-js-sdk 43.0.0) leaves undone when events were missed. To be called with an answer
 * before the SDK takes it in.
 */

/**
 * Where a room's answer does not reach back to what is known, what is known goes: put one behind the other they would
 * look like a whole conversation. The members are asked for anew as well, because changes among them were missed too,
 * and nobody who left may be sent a key.
 */
export function dropWhatIsBeforeGaps(client: MatrixClient, { rooms }: MSC3575SlidingSyncResponse): void {
  for (const [roomId, data] of Object.entries(rooms ?? {})) {
    const room = client.getRoom(roomId);
    if (!room || !(data.limited || data.initial) || data.invite_state || !hasGap(room, data.timeline ?? [])) continue;
    room.resetLiveTimeline(data.prev_batch ?? null, null);
    room.clearLoadedMembersIfNeeded().catch(() => undefined); // fetched again before the next message is encrypted
  }
}

function hasGap(room: Room, timeline: readonly { readonly event_id: string }[]): boolean {
  const known = room.getLiveTimeline().getEvents();
  if (known.length === 0 || timeline.length === 0) return false;
  const ids = new Set(known.map((event) => event.getId()));
  return !timeline.some(({ event_id: id }) => ids.has(id));
}

/** After the server had forgotten the connection, it tells every room anew: what it does not tell, one has left. */
export function leaveWhatIsNotTold(client: MatrixClient, { rooms }: MSC3575SlidingSyncResponse): void {
  for (const room of client.getRooms())
    if (room.getMyMembership() !== "leave" && !(room.roomId in rooms)) room.updateMyMembership("leave");
}
