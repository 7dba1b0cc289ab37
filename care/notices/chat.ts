import type { PushSubscriptionId } from "@tsunagi/contracts/ids";
import { roomPath } from "@tsunagi/contracts/paths";
import type { Unit } from "../kernel/unit.ts";
import { decide } from "./decide.ts";
import { sendPush } from "./devices/sendPush.ts";
import { liveSubscription } from "./devices/store.ts";
import { notify } from "./notify.ts";
import { settingsOf } from "./store.ts";

/** A push the homeserver asks for: which device, which event of which room. */
export interface ChatPush {
  readonly pushkey: string;
  readonly roomId: string;
  readonly eventId: string;
}

/**
 * A new message, as the homeserver's push rules want it told to one device. What may go now goes now and leaves no
 * notice: the conversation itself shows what is new. By night one notice stands for all messages of a room until morning.
 * @returns false when this device takes no pushes (any more)
 */
export async function pushMessage(unit: Unit, { pushkey, roomId, eventId }: ChatPush): Promise<boolean> {
  const device = await liveSubscription(unit.tx, pushkey);
  if (!device) return false;
  const { id, staffId } = device;
  const settings = (await settingsOf(unit.tx, [staffId]))(staffId);
  const about = { kind: "chat", urgency: "routine" } as const;
  const { push } = decide(about, settings, unit.now);
  const place = roomPath(roomId);
  if (push.when === "now") await sendPush(unit, id, { kind: "chat", urgent: false, place, receipt: null }, eventId);
  if (push.when === "at") {
    const occasion = `chat:${roomId}:${push.at.toISOString()}`;
    const to = [{ staffId, organisationId: null }];
    await notify(unit, { ...about, to, addressed: "person", subjectId: roomId, place, occasion, sender: null });
  }
  return true;
}

/** Whether this device takes pushes. */
export const takesPushes = async (unit: Unit, pushkey: PushSubscriptionId | string): Promise<boolean> =>
  (await liveSubscription(unit.tx, pushkey)) !== null;
