import { matrixEventId, matrixUserId } from "@tsunagi/contracts/ids";
import type { EncryptedBot } from "../crypto/encryptedBot.ts";
import { isTransient, MatrixError } from "./errors.ts";
import type { MatrixEvent } from "./events.ts";
import type { Homeserver } from "./homeserver.ts";

const eventPath = (roomId: string, eventId: string): string =>
  `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/event/${encodeURIComponent(eventId)}`;

/** When an event came into being; undefined for one the bot may not see. */
export async function timeOfEvent(homeserver: Homeserver, userId: string, roomId: string, eventId: string) {
  try {
    const event = await homeserver.json<MatrixEvent>("GET", eventPath(roomId, eventId), { as: { userId } });
    return new Date(event.origin_server_ts);
  } catch (error) {
    if (error instanceof MatrixError && !isTransient(error)) return undefined;
    throw error;
  }
}

/** A message as the bot itself reads it; null when it cannot. */
export async function readMessage(bot: EncryptedBot, homeserver: Homeserver, roomId: string, eventId: string) {
  const event = await homeserver.json<MatrixEvent>("GET", eventPath(roomId, eventId), {
    as: { userId: bot.identity.userId },
  });
  const plain = event.type === "m.room.encrypted" ? await bot.decrypt({ ...event, room_id: roomId }) : undefined;
  const body = plain && "event" in plain ? plain.event.content["body"] : undefined;
  if (typeof body !== "string") return null;
  const sentAt = new Date(event.origin_server_ts);
  return { eventId: matrixEventId.parse(eventId), sender: matrixUserId.parse(event.sender), body, sentAt };
}
