import type { Care } from "@tsunagi/care/kernel/unit";
import { notifyOfMessage } from "@tsunagi/care/notices/notifyOfMessage";
import { ACK_REQUEST_KEY, URGENCY_KEY, urgency } from "@tsunagi/contracts/events";
import type { EncryptedBot } from "../crypto/encryptedBot.ts";
import { type MatrixEvent, replacedEvent } from "../matrix/events.ts";

/**
 * Messages that want more than to be read: those whose sender asks for a confirmation, and urgent ones. The homeserver
 * cannot tell them from others, as they are encrypted; the bot can, and tells the people of the room (R15).
 */
export function attention(care: Care, bot: EncryptedBot) {
  return async (event: MatrixEvent): Promise<boolean> => {
    const { content, room_id: roomId, event_id: eventId, sender } = event;
    const asks = content[ACK_REQUEST_KEY] === true;
    const urgent = urgency.safeParse(content[URGENCY_KEY]).success;
    if (event.type !== "m.room.message" || !(asks || urgent) || replacedEvent(event)) return false;
    const { members } = await bot.rooms.facts(roomId);
    const inside = [...members].filter(([, membership]) => membership === "join").map(([userId]) => userId);
    const meant = asks ? [] : mentioned(content);
    const userIds = meant.length > 0 ? inside.filter((userId) => meant.includes(userId)) : inside;
    const about = { roomId, eventId, sender, userIds, asks, urgent };
    await care.asSystem(eventId, (unit) => notifyOfMessage(unit, about), { audited: false });
    return true;
  };
}

function mentioned(content: MatrixEvent["content"]): readonly unknown[] {
  const { user_ids: userIds } = (content["m.mentions"] ?? {}) as { user_ids?: unknown };
  return Array.isArray(userIds) ? userIds : [];
}
