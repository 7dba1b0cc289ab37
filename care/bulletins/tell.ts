import type { Unit } from "../kernel/unit.ts";
import { PRIORITY, roomLane } from "../outbox/messages.ts";
import type { BulletinNews } from "../rooms/notices.ts";
import type { BulletinRow, Recipient } from "./store.ts";

/**
 * Puts a bulletin's news into each room's outbox, once each whatever crashes in between: the key holds bulletin, version
 * and room. Its lanes are its own, so that nothing said in a room waits behind a broadcast, and an urgent one has others
 * than a routine one.
 * @param occasion the version; for a reminder or 取消 that and what it is
 */
export async function tellRecipients(
  unit: Unit,
  row: Pick<BulletinRow, "id" | "category" | "urgency" | "ask" | "organisationName">,
  said: {
    readonly news: BulletinNews["news"];
    readonly title: string;
    readonly body: string;
    readonly occasion: string;
  },
  recipients: readonly Recipient[],
): Promise<void> {
  const { id, category, urgency, ask, organisationName: from } = row;
  const { news, title, body, occasion } = said;
  const bulletin: BulletinNews = { id, news, title, body, category, urgency, ask, from };
  const priority = urgency === "urgent" ? PRIORITY.urgent : PRIORITY.broadcast;
  for (const { roomId } of recipients) {
    await unit.send({
      kind: "room.notice",
      lane: `${roomLane(roomId)}:bulletin:${urgency}`,
      key: `room.notice:${roomId}:bulletin:${id}:${occasion}`,
      priority,
      payload: { room: roomId, notice: { notice: "bulletin", bulletin } },
    });
  }
}
