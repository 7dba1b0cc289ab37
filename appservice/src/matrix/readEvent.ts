import { matrixEventId, matrixUserId } from "@tsunagi/contracts/ids";
import type { EncryptedBot } from "../crypto/encryptedBot.ts";
import { MatrixError } from "./errors.ts";
import type { MatrixEvent } from "./events.ts";
import type { Homeserver } from "./homeserver.ts";

/** One event as it stands on the homeserver, encrypted ones as they are. @param userId who asks */
export const fetchEvent = (
  homeserver: Homeserver,
  userId: string,
  roomId: string,
  eventId: string,
): Promise<MatrixEvent> => {
  const path = `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/event/${encodeURIComponent(eventId)}`;
  return homeserver.json<MatrixEvent>("GET", path, { as: { userId } });
};

/** The same; undefined for one that was taken back, or that this user may not see. */
export async function findEvent(...asked: Parameters<typeof fetchEvent>): Promise<MatrixEvent | undefined> {
  try {
    return await fetchEvent(...asked);
  } catch (error) {
    if (error instanceof MatrixError && !error.transient) return undefined;
    throw error;
  }
}

/** A message as the bot itself reads it; null when it cannot. */
export async function readMessage(bot: EncryptedBot, homeserver: Homeserver, roomId: string, eventId: string) {
  const event = await fetchEvent(homeserver, bot.identity.userId, roomId, eventId);
  const plain = event.type === "m.room.encrypted" ? await bot.decrypt({ ...event, room_id: roomId }) : undefined;
  const body = plain && "event" in plain ? plain.event.content["body"] : undefined;
  if (typeof body !== "string") return null;
  const sentAt = new Date(event.origin_server_ts);
  return { eventId: matrixEventId.parse(eventId), sender: matrixUserId.parse(event.sender), body, sentAt };
}
