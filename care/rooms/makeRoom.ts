import type { RoomKind } from "@tsunagi/contracts/codes/rooms";
import type { EnquiryId, HubRoomId, IncidentId, MatrixUserId, OrganisationId, TeamId } from "@tsunagi/contracts/ids";
import { newCode, newId } from "../kernel/ids.ts";
import type { Unit } from "../kernel/unit.ts";
import { accountLane, roomLane } from "../outbox/messages.ts";
import type { RoomNotice } from "./notices.ts";
import { insertRoom, type RoomRow, setRoomState } from "./store.ts";

/** Registers a room and asks for it to be made; invitations and messages queue up behind on its lane. */
export async function makeRoom(
  unit: Unit,
  kind: RoomKind,
  owner:
    | { teamId: TeamId }
    | { organisationId: OrganisationId }
    | { enquiryId: EnquiryId }
    | { incidentId: IncidentId }
    /** A room that stands for itself: letters say which one they are in. */
    | null,
): Promise<RoomRow> {
  const id = newId("rom");
  const room = await insertRoom(unit.tx, { id, kind, code: newCode(), ...owner });
  const payload = { room: id, kind, code: room.code };
  await unit.send({ kind: "room.create", lane: roomLane(id), key: `room.create:${id}`, payload });
  return room;
}

/** @param occasion makes the invitation's key: the same occasion invites once */
export async function inviteToRoom(unit: Unit, room: HubRoomId, userId: MatrixUserId, occasion: string): Promise<void> {
  const key = `room.invite:${room}:${occasion}`;
  await unit.send({ kind: "room.invite", lane: roomLane(room), key, payload: { room, userId } });
}

export async function removeFromRoom(
  unit: Unit,
  room: HubRoomId,
  userId: MatrixUserId,
  occasion: string,
): Promise<void> {
  const key = `room.remove:${room}:${occasion}`;
  await unit.send({ kind: "room.remove", lane: roomLane(room), key, payload: { room, userId } });
}

/** Hands all keys of a room on to somebody's trusted devices. @param occasion the same occasion does it once */
export async function shareHistory(unit: Unit, room: HubRoomId, userId: MatrixUserId, occasion: string): Promise<void> {
  const key = `history:${occasion}`;
  await unit.send({ kind: "history.share", lane: accountLane(userId), key, payload: { userId, room } });
}

export async function tellRoom(unit: Unit, room: HubRoomId, notice: RoomNotice, occasion: string): Promise<void> {
  const key = `room.notice:${room}:${notice.notice}:${occasion}`;
  await unit.send({ kind: "room.notice", lane: roomLane(room), key, payload: { room, notice } });
}

/** Everybody leaves; the room stays on the homeserver, unread by anyone new. */
export async function closeRoom(unit: Unit, room: HubRoomId): Promise<void> {
  await setRoomState(unit.tx, room, "closed");
  await unit.send({ kind: "room.close", lane: roomLane(room), key: `room.close:${room}`, payload: { room } });
}
