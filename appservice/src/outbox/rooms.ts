import { cardMessage } from "@tsunagi/bots/framework/content";
import { renderNotice } from "@tsunagi/bots/rooms/renderNotice";
import { loadIdentity } from "@tsunagi/care/devices/store";
import type { Care } from "@tsunagi/care/kernel/unit";
import { resultOf } from "@tsunagi/care/outbox/store";
import { openRoom } from "@tsunagi/care/rooms/store";
import { findStaffByUser } from "@tsunagi/care/staff/loadActor";
import { roomKinds } from "@tsunagi/contracts/codes/rooms";
import { ROOM_STATE } from "@tsunagi/contracts/events";
import { type MatrixRoomId, type MatrixUserId, matrixRoomId } from "@tsunagi/contracts/ids";
import { BOT_PREFIX } from "../config/config.ts";
import type { EncryptedBot } from "../crypto/encryptedBot.ts";
import type { Places } from "../inbox/places.ts";
import { MatrixError } from "../matrix/errors.ts";
import type { Homeserver, Method } from "../matrix/homeserver.ts";
import { matrixIdOf } from "./matrixId.ts";
import type { Deliverers, Delivery } from "./outbox.ts";

interface Dependencies {
  readonly care: Care;
  readonly bot: EncryptedBot;
  readonly homeserver: Homeserver;
  readonly places: Places;
  readonly serverName: string;
}

type RoomKinds =
  | "room.create"
  | "room.describe"
  | "room.invite"
  | "room.remove"
  | "room.close"
  | "room.notice"
  | "message.reply"
  | "history.share";

const V3 = "/_matrix/client/v3";
const segment = encodeURIComponent;

/** Rooms and what is said in them. Doing any of it again does nothing more. */
export function roomDeliverers(d: Dependencies): Pick<Deliverers, RoomKinds> {
  const api = <T>(method: Method, path: string, body?: unknown): Promise<T> =>
    d.homeserver.json<T>(method, V3 + path, {
      ...(body === undefined ? {} : { body }),
      as: { userId: d.bot.identity.userId },
    });

  return {
    "room.create": async ({ payload }) => {
      const roomId = await createRoom(d, api, payload);
      await d.care.asSystem("room.create", ({ tx }) => openRoom(tx, payload.room, roomId), { audited: false });
      return roomId;
    },
    "room.describe": async ({ payload: { room, kind, code } }) => {
      const roomId = await matrixIdOf(d.care, room);
      d.places.forget(roomId);
      const path = `/rooms/${segment(roomId)}/state`;
      await api("PUT", `${path}/${segment(ROOM_STATE)}/`, { kind, code });
      await api("PUT", `${path}/m.room.name/`, { name: roomName(kind, code) });
      return null;
    },
    "room.invite": ({ payload }) => invite(d, api, payload),
    "room.remove": async ({ payload: { room, userId } }) => {
      await kick(api, await matrixIdOf(d.care, room), userId);
      return null;
    },
    "room.close": async ({ payload: { room } }) => {
      const roomId = await matrixIdOf(d.care, room);
      const { members } = await d.bot.rooms.facts(roomId);
      for (const [userId, membership] of members) {
        const inside = membership === "join" || membership === "invite";
        if (inside && userId !== d.bot.identity.userId) await kick(api, roomId, userId);
      }
      return null;
    },
    "room.notice": async ({ key, payload: { room, notice } }) =>
      d.bot.send(await matrixIdOf(d.care, room), cardMessage(renderNotice(notice)), key),
    "message.reply": (delivery) => reply(d, delivery),
    "history.share": async ({ payload: { room, userId } }) =>
      (await d.bot.history.share(await matrixIdOf(d.care, room), userId)).join(" ") || null,
  };
}

type Api = <T>(method: Method, path: string, body?: unknown) => Promise<T>;

/** An opaque alias makes it repeatable: a second try finds the room of the first. */
async function createRoom(
  d: Dependencies,
  api: Api,
  { room, kind, code }: Delivery<"room.create">["payload"],
): Promise<MatrixRoomId> {
  const localpart = `${BOT_PREFIX}${room}`;
  const body = {
    preset: "private_chat",
    visibility: "private",
    room_alias_name: localpart,
    name: roomName(kind, code),
    initial_state: [
      { type: "m.room.encryption", state_key: "", content: { algorithm: "m.megolm.v1.aes-sha2" } },
      { type: "m.room.history_visibility", state_key: "", content: { history_visibility: "shared" } },
      { type: "m.room.guest_access", state_key: "", content: { guest_access: "forbidden" } },
      { type: ROOM_STATE, state_key: "", content: { kind, code } },
    ],
    power_level_content_override: {
      invite: 100,
      kick: 100,
      ban: 100,
      redact: 100,
      state_default: 100,
      events_default: 0,
      users_default: 0,
      events: { "m.room.pinned_events": 0 },
    },
  };
  try {
    return matrixRoomId.parse((await api<{ room_id: string }>("POST", "/createRoom", body)).room_id);
  } catch (error) {
    if (!(error instanceof MatrixError && error.errcode === "M_ROOM_IN_USE")) throw error;
    const alias = `#${localpart}:${d.serverName}`;
    return matrixRoomId.parse((await api<{ room_id: string }>("GET", `/directory/room/${segment(alias)}`)).room_id);
  }
}

/**
 * The history first, so that it is there when the invitation is taken. Somebody whose identity is in doubt is not let
 * in: when it is settled they are invited again.
 */
async function invite(
  d: Dependencies,
  api: Api,
  { room, userId }: Delivery<"room.invite">["payload"],
): Promise<string | null> {
  const roomId = await matrixIdOf(d.care, room);
  if (await inDoubt(d, userId)) return "withheld";
  await d.bot.track([userId]);
  await d.bot.history.share(roomId, userId);
  try {
    await api("POST", `/rooms/${segment(roomId)}/invite`, { user_id: userId });
  } catch (error) {
    if (!(error instanceof MatrixError && error.status === 403)) throw error;
    d.bot.rooms.forget(roomId);
    const membership = (await d.bot.rooms.facts(roomId)).members.get(userId);
    if (membership !== "join" && membership !== "invite") throw error;
  }
  return null;
}

async function inDoubt(d: Dependencies, userId: MatrixUserId): Promise<boolean> {
  const work = async ({ tx }: { tx: Parameters<typeof loadIdentity>[0] }) => {
    const staffId = await findStaffByUser(tx, userId);
    return staffId !== null && (await loadIdentity(tx, staffId))?.state === "violated";
  };
  return d.care.asSystem("room.invite", work, { audited: false });
}

/** Being out already is what was wanted. */
async function kick(api: Api, roomId: string, userId: string): Promise<void> {
  try {
    await api("POST", `/rooms/${segment(roomId)}/kick`, { user_id: userId });
  } catch (error) {
    if (!(error instanceof MatrixError && error.status === 403)) throw error;
  }
}

async function reply(d: Dependencies, { key, payload }: Delivery<"message.reply">): Promise<string | null> {
  const { matrixRoomId: roomId, content, replyTo, replaces } = payload;
  const earlier = replaces ? await d.care.bookkeeping((tx) => resultOf(tx, replaces)) : null;
  if (!earlier)
    return d.bot.send(roomId, { ...content, "m.relates_to": { "m.in_reply_to": { event_id: replyTo } } }, key);
  const edit = {
    ...content,
    body: `* ${content["body"]}`,
    "m.new_content": content,
    "m.relates_to": { rel_type: "m.replace", event_id: earlier },
  };
  await d.bot.send(roomId, edit, key);
  return earlier;
}

/** Kind and opaque code; a person's name never stands in it. */
const roomName = (kind: Delivery<"room.create">["payload"]["kind"], code: string): string =>
  `${roomKinds.label(kind, "ja")} ${code}`;
