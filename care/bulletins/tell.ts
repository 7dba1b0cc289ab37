import type { HubRoomId } from "@tsunagi/contracts/ids";
import { organisationsOf } from "../kernel/actor.ts";
import type { Unit } from "../kernel/unit.ts";
import { senderOf } from "../notices/notify.ts";
import { notifyOrganisations } from "../notices/notifyOrganisations.ts";
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
  if (said.news !== "cancelled") await tellPeople(unit, row, said.occasion, recipients);
  for (const { roomId } of recipients) await tellRoom(unit, row, roomId, said);
}

/** On their devices and in their lists, each by their own settings; the text stands in the room and on the board only. */
async function tellPeople(
  unit: Unit,
  { id, urgency }: Pick<BulletinRow, "id" | "urgency">,
  occasion: string,
  recipients: readonly Recipient[],
): Promise<void> {
  const { actor } = unit;
  const sender = senderOf(unit, actor.kind === "staff" ? (organisationsOf(actor)[0] ?? null) : null);
  const places = recipients.map(({ organisationId }) => organisationId);
  const about = { kind: "bulletin", urgency, subjectId: id, place: `/bulletins/${id}` } as const;
  await notifyOrganisations(unit, places, { ...about, occasion: `bulletin:${id}:${occasion}`, sender });
}
