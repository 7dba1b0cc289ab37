import type { MatrixUserId } from "@tsunagi/contracts/ids";
import { roomPath } from "@tsunagi/contracts/paths";
import type { Unit } from "../kernel/unit.ts";
import { homeOrganisations } from "../staff/store.ts";
import { notify, type ToTell } from "./notify.ts";
import { staffOfUsers } from "./store.ts";

/** A message that asks for a confirmation, or that is urgent. */
export interface MessageToTell {
  readonly roomId: string;
  readonly eventId: string;
  readonly sender: string;
  /** Matrix ids of those it is for. */
  readonly userIds: readonly string[];
  readonly asks: boolean;
  readonly urgent: boolean;
}

/** Tells the people a message is for, once each; where it is opened is its room. */
export async function notifyOfMessage(unit: Unit, message: MessageToTell): Promise<void> {
  const { roomId, eventId, asks, urgent } = message;
  const people = await staffOfUsers(unit.tx, [...message.userIds, message.sender]);
  const home = await homeOrganisations(unit.tx, [...people.values()]);
  const toTell = (userId: string): ToTell[] => {
    const staffId = people.get(userId as MatrixUserId);
    return staffId ? [{ staffId, organisationId: home.get(staffId) ?? null }] : [];
  };
  await notify(unit, {
    to: message.userIds.flatMap(toTell),
    kind: asks ? "confirmation" : "chat",
    urgency: urgent ? "urgent" : "routine",
    addressed: "person",
    subjectId: roomId,
    place: roomPath(roomId),
    occasion: `message:${eventId}`,
    sender: toTell(message.sender)[0] ?? null,
  });
}
