import type { HubRoomId } from "@tsunagi/contracts/ids";
import type { Unit } from "../kernel/unit.ts";
import { PRIORITY, roomLane } from "../outbox/messages.ts";
import type { BulletinNews } from "../rooms/notices.ts";
import type { BulletinRow, Recipient } from "./store.ts";

/** What a room is told of a bulletin. */
export interface BulletinSaid extends Pick<BulletinNews, "news" | "title" | "body" | "silent"> {
  /** The version; for anything but a version itself that and what it is. */
  readonly occasion: string;
  /** Goes as an urgent one whatever the bulletin is. */
  readonly urgent?: boolean;
}

type Told = Pick<BulletinRow, "id" | "category" | "urgency" | "ask" | "organisationName">;

/**
 * Puts a bulletin's news into a room's outbox, once whatever crashes in between: the key holds bulletin, version and
 * room. Its lanes are its own, so that nothing said in a room waits behind a broadcast, and an urgent one has others
 * than a routine one.
 */
export async function tellRoom(unit: Unit, row: Told, roomId: HubRoomId, said: BulletinSaid): Promise<void> {
  const { id, category, ask, organisationName: from } = row;
  const { occasion, urgent, ...words } = said;
  const urgency = urgent ? "urgent" : row.urgency;
  const bulletin: BulletinNews = { id, category, urgency, ask, from, ...words };
  await unit.send({
    kind: "room.notice",
    lane: `${roomLane(roomId)}:bulletin:${urgency}`,
    key: `room.notice:${roomId}:bulletin:${id}:${occasion}`,
    priority: urgency === "urgent" ? PRIORITY.urgent : PRIORITY.broadcast,
    payload: { room: roomId, notice: { notice: "bulletin", bulletin } },
  });
}

/** The same into every recipient's room. */
export async function tellRecipients(
  unit: Unit,
  row: Told,
  said: BulletinSaid,
  recipients: readonly Recipient[],
): Promise<void> {
  for (const { roomId } of recipients) await tellRoom(unit, row, roomId, said);
}
