import { z } from "zod";
import { dutyStates, noticeKinds, noticeUrgencies, noticeWays } from "../codes/notices.ts";
import { noticeId, noticeReceiptId, pushSubscriptionId } from "../ids.ts";
import { done, endpoint } from "./endpoint.ts";

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const ways = z.object({ routine: noticeWays.schema, urgent: noticeWays.schema });

/** What somebody wants to be told, and how (R15 通知設定). Times are Japan's. */
export const noticeSettings = z
  .object({
    ways: z.object({
      chat: ways,
      confirmation: ways,
      bulletin: ways,
      negotiation: ways,
      emergency: ways,
      mail: ways,
    }),
    /** From the same to the same = none. */
    quiet: z.object({ on: z.boolean(), from: time, to: time }),
    urgentBreaksThrough: z.boolean(),
    /** Routine notices of quiet hours come as one push at their end; otherwise they wait in the list. */
    digest: z.boolean(),
    duty: dutyStates.schema,
  })
  .meta({ id: "NoticeSettings" });
export type NoticeSettings = z.infer<typeof noticeSettings>;

const pushed = { routine: "push", urgent: "push" } as const;

/** As it is for whoever has chosen nothing yet. */
export const FIRST_NOTICE_SETTINGS: NoticeSettings = {
  ways: {
    chat: pushed,
    confirmation: pushed,
    bulletin: pushed,
    negotiation: pushed,
    emergency: pushed,
    mail: pushed,
  },
  quiet: { on: true, from: "21:00", to: "07:00" },
  urgentBreaksThrough: true,
  digest: true,
  duty: "usual",
};

/** What a browser's PushManager gives (Push API, `PushSubscriptionJSON`). */
export const pushAddress = z.object({
  endpoint: z.url().max(2000),
  p256dh: z.string().regex(/^[\w-]{86,88}={0,2}$/),
  auth: z.string().regex(/^[\w-]{22}={0,2}$/),
  language: z.enum(["ja", "en"]),
});
export type PushAddress = z.infer<typeof pushAddress>;

/** All that goes through a push service, encrypted for the browser: which sentence, which page. Never what it says. */
export const pushPayload = z.object({
  kind: z.enum([...noticeKinds.codes, "digest", "trial"]),
  urgent: z.boolean(),
  /** Path of the page a click opens; opaque ids only. */
  place: z.string().regex(/^\/[\w/!:.@$+=~%-]*$/),
  language: z.enum(["ja", "en"]),
  receipt: noticeReceiptId.nullable(),
});
export type PushPayload = z.infer<typeof pushPayload>;

/** Where the homeserver is to send its pushes (Matrix client API, "POST /pushers/set"). */
const pusher = z.object({ url: z.url(), appId: z.string(), pushkey: pushSubscriptionId });

const tag = "notices";
const moment = z.iso.datetime();

export const readNoticeSettings = endpoint({
  method: "GET",
  path: "/notices/settings",
  tag,
  summary: "What one wants to be told, and whether this device takes pushes",
  requires: "signedIn",
  response: z.object({
    settings: noticeSettings,
    /** Public VAPID key of the hub, for PushManager.subscribe. */
    vapidKey: z.string(),
    /** This device's subscription; null = none. */
    subscription: pushSubscriptionId.nullable(),
    /** Devices of one's that take pushes. */
    devices: z.number().int(),
  }),
});

export const saveNoticeSettings = endpoint({
  method: "PUT",
  path: "/notices/settings",
  tag,
  summary: "Choose what one is told, and how",
  requires: "signedIn",
  body: noticeSettings,
  response: noticeSettings,
});

export const subscribePush = endpoint({
  method: "POST",
  path: "/notices/device",
  tag,
  summary: "Let this device take pushes; gives the pusher to set on the homeserver",
  requires: "signedIn",
  body: pushAddress,
  response: z.object({ pusher }),
  problems: ["pushAddressRefused"],
});

export const unsubscribePush = endpoint({
  method: "DELETE",
  path: "/notices/device",
  tag,
  summary: "No more pushes to this device",
  requires: "signedIn",
  response: done,
});

export const tryPush = endpoint({
  method: "POST",
  path: "/notices/device/trial",
  tag,
  summary: "Send a push to this device, to see that it comes",
  requires: "signedIn",
  response: done,
  problems: ["pushNotOn"],
});

export const confirmNotice = endpoint({
  method: "POST",
  path: "/notices/receipts",
  tag,
  summary: "A device has shown a notice, or somebody has opened it (受信確認)",
  // A service worker reports it, also after the session has run out: the receipt itself is the right.
  requires: "open",
  limited: true,
  body: z.object({ receipt: noticeReceiptId, what: z.enum(["shown", "acted"]) }),
  response: done,
});

const notice = z.object({
  id: noticeId,
  kind: noticeKinds.schema,
  urgency: noticeUrgencies.schema,
  place: z.string(),
  createdAt: moment,
  /** It was new to this person until now. */
  unseen: z.boolean(),
  actedAt: moment.nullable(),
});
export type NoticeView = z.infer<typeof notice>;

export const listNotices = endpoint({
  method: "GET",
  path: "/notices",
  tag,
  summary: "One's own notices of the last days, newest first; listing them counts as shown",
  requires: "signedIn",
  response: z.object({ notices: z.array(notice) }),
});

export const openNotice = endpoint({
  method: "POST",
  path: "/notices/{noticeId}/open",
  tag,
  summary: "One of one's own notices is opened",
  requires: "signedIn",
  params: z.object({ noticeId }),
  response: done,
});

const told = z.object({
  name: z.string(),
  organisationName: z.string(),
  /** Devices a push went to. */
  devices: z.number().int(),
  deliveredAt: moment.nullable(),
  shownAt: moment.nullable(),
  actedAt: moment.nullable(),
  /** What came next because it was not shown in time. */
  fallen: z.enum(["room", "people", "nobody"]).nullable(),
  /** Told in somebody's place. */
  inPlace: z.boolean(),
});

const reach = z.object({
  subject: z.string(),
  kind: noticeKinds.schema,
  urgency: noticeUrgencies.schema,
  place: z.string(),
  createdAt: moment,
  told: z.number().int(),
  delivered: z.number().int(),
  shown: z.number().int(),
  acted: z.number().int(),
  /** Those not reached first, at most 100. */
  people: z.array(told),
});
export type NoticeReach = z.infer<typeof reach>;

export const reviewNotices = endpoint({
  method: "GET",
  path: "/notices/reach",
  tag,
  summary:
    "How far notices have come: those of one's own acts; for administrators those of the organisation (受信確認)",
  requires: "signedIn",
  response: z.object({ reaches: z.array(reach) }),
});
