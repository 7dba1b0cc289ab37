import type { Care } from "@tsunagi/care/kernel/unit";
import { pushMessage, takesPushes } from "@tsunagi/care/notices/chat";
import { z } from "zod";
import { errorFields, type Log } from "../log/log.ts";

/** Path the homeserver knows a gateway by (Push Gateway API). */
export const GATEWAY_PATH = "/_matrix/push/v1/notify";
/** What our pushers are called. */
export const APP_ID = "jp.tsunagi.web";

/** Body of POST /_matrix/push/v1/notify, as far as it is looked at; `event_id_only` pushers send no more. */
const notification = z.object({
  notification: z.object({
    event_id: z.string().optional(),
    room_id: z.string().optional(),
    devices: z.array(z.object({ app_id: z.string(), pushkey: z.string() })).max(100),
  }),
});

interface Dependencies {
  readonly care: Care;
  /** Whether an event is one of the hub's own: what those say is told of another way. */
  readonly isOwnEvent: (roomId: string, eventId: string) => Promise<boolean>;
  readonly log: Log;
}

export interface GatewayAnswer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * The hub is the homeserver's push gateway: it learns that an event of a room is new for a device, never what it says.
 * What no device stands behind is rejected, and the homeserver forgets that pusher.
 */
export function pushGateway({ care, isOwnEvent, log }: Dependencies): (body: unknown) => Promise<GatewayAnswer> {
  return async (body) => {
    const parsed = notification.safeParse(body);
    if (!parsed.success) return { status: 400, body: { errcode: "M_BAD_JSON", error: "Not a notification" } };
    const { event_id: eventId, room_id: roomId, devices } = parsed.data.notification;
    try {
      // Without an event only a count has changed: nothing to tell.
      const fresh = eventId && roomId && !(await isOwnEvent(roomId, eventId)) ? { eventId, roomId } : null;
      const rejected: string[] = [];
      for (const { app_id: appId, pushkey } of devices) {
        const known = appId === APP_ID && (await tell(care, pushkey, fresh));
        if (!known) rejected.push(pushkey);
      }
      return { status: 200, body: { rejected } };
    } catch (error) {
      log.warn(errorFields(error), "a push could not be taken; the homeserver repeats it");
      return { status: 503, body: { errcode: "M_UNKNOWN", error: "not taken" } };
    }
  };
}

const tell = (care: Care, pushkey: string, fresh: { eventId: string; roomId: string } | null): Promise<boolean> =>
  care.asSystem(
    "push.gateway",
    (unit) => (fresh ? pushMessage(unit, { pushkey, ...fresh }) : takesPushes(unit, pushkey)),
    { audited: false },
  );
