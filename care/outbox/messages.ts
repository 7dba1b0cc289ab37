import type { RoomKind } from "@tsunagi/contracts/codes/rooms";
import type {
  FacilityId,
  HubRoomId,
  MatrixDeviceId,
  MatrixEventId,
  MatrixUserId,
  PushSubscriptionId,
} from "@tsunagi/contracts/ids";
import type { PushPayload } from "@tsunagi/contracts/rest/notices";
import type { RoomNotice } from "../rooms/notices.ts";

/** Everything the hub does in the outside world, by kind. Payloads are sealed while they wait. */
export interface OutboxPayloads {
  /** Make the Matrix room of a hub room. */
  "room.create": { room: HubRoomId; kind: RoomKind; code: string };
  /** Say in the room's state what it is for now. */
  "room.describe": { room: HubRoomId; kind: RoomKind; code: string };
  /** Share the history, then invite. */
  "room.invite": { room: HubRoomId; userId: MatrixUserId };
  /** Take somebody out; whatever comes after is not encrypted for them. */
  "room.remove": { room: HubRoomId; userId: MatrixUserId };
  /** Take everybody out but the bot. */
  "room.close": { room: HubRoomId };
  /** Something the hub tells a room by itself. */
  "room.notice": { room: HubRoomId; notice: RoomNotice };
  /** The answer to a command, encrypted into its room. */
  "message.reply": {
    matrixRoomId: string;
    /** Body and card; the relation is added when it goes. */
    content: Record<string, unknown>;
    replyTo: string;
    /** Key of the earlier answer this one takes the place of. */
    replaces: string | null;
  };
  /** Hold the room's line until the keeper can hand this event on; it must be of this user. */
  "mail.settle": { room: HubRoomId; eventId: MatrixEventId; userId: MatrixUserId };
  /** Take away what an event says, if it is of this user. */
  "mail.redact": { room: HubRoomId; eventId: MatrixEventId; userId: MatrixUserId };
  /** Make or change an account on the homeserver. */
  "account.create": { userId: MatrixUserId; password: string; code: string };
  "account.password": { userId: MatrixUserId; password: string; signOut: boolean };
  /** Sign out every device and lock the account; `permanent` deactivates it. */
  "account.lock": { userId: MatrixUserId; permanent: boolean };
  "account.unlock": { userId: MatrixUserId };
  "device.signOut": { userId: MatrixUserId; deviceId: MatrixDeviceId };
  /** Trust a device whose code an administrator typed, and give it the history. */
  "device.trust": { userId: MatrixUserId; deviceId: MatrixDeviceId; fingerprint: string };
  "device.distrust": { userId: MatrixUserId; deviceId: MatrixDeviceId };
  /** Give a room's history to all trusted devices of somebody. */
  "history.share": { userId: MatrixUserId; room: HubRoomId };
  /** Read the facts of these facilities again and put them into the search. */
  "facility.index": { ids: readonly FacilityId[] };
  /** Tell one device, by its push service; the language is the device's. */
  "push.send": { id: PushSubscriptionId; push: Omit<PushPayload, "language"> };
}

export type OutboxKind = keyof OutboxPayloads;

export type OutboxInput = {
  [Kind in OutboxKind]: {
    readonly kind: Kind;
    readonly payload: OutboxPayloads[Kind];
    /** Messages of one lane go one after another: a room, an account. */
    readonly lane: string;
    /** The same key never goes out twice; it becomes the Matrix transaction id. */
    readonly key: string;
    /** Higher goes first among lanes; 0 when left out. */
    readonly priority?: number;
  };
}[OutboxKind];

/** A bulletin to thousands of rooms lets everything else pass; an urgent one passes everything. */
export const PRIORITY = { urgent: 10, usual: 0, broadcast: -10 } as const;

export const roomLane = (room: HubRoomId): string => `room:${room}`;
export const accountLane = (userId: MatrixUserId): string => `account:${userId}`;
