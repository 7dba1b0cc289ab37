import { z } from "zod";
import {
  bulletinAnswers,
  bulletinAsks,
  bulletinCategories,
  bulletinUrgencies,
  escalationSteps,
} from "../codes/bulletins.ts";
import { serviceKey } from "../codes/facilityServices.ts";
import { medicalAreas } from "../codes/medicalAreas.ts";
import { municipalities } from "../codes/municipalities.ts";
import { organisationKinds } from "../codes/organisationKinds.ts";
import { roles } from "../codes/roles.ts";
import { bulletinId, organisationId } from "../ids.ts";
import { calendarDate, line, prose } from "../text.ts";
import { endpoint } from "./endpoint.ts";

/** Longest body, in characters: a card carries it whole. */
export const BULLETIN_BODY = 6000;

/** In how many minutes a facility must have read or answered, as people choose it. */
export const ACKNOWLEDGE_MINUTES = [15, 30, 60, 180, 720, 1440] as const;

/**
 * Who gets a bulletin (R16): region × type × role. Within one list any will do; an empty list leaves its side open.
 * Areas and municipalities are one side together, so are kinds and services.
 */
export const bulletinAudience = z.object({
  areas: z.array(medicalAreas.schema).default([]),
  municipalities: z.array(municipalities.schema).default([]),
  kinds: z.array(organisationKinds.schema).default([]),
  services: z.array(serviceKey).max(120).default([]),
  roles: z.array(roles.schema).default([]),
});
export type BulletinAudience = z.infer<typeof bulletinAudience>;

export const bulletinText = z.object({ title: line(100), body: prose(BULLETIN_BODY) });

export const bulletinInput = bulletinText.extend({
  category: bulletinCategories.schema,
  urgency: bulletinUrgencies.schema,
  ask: bulletinAsks.schema,
  audience: bulletinAudience,
  /** The last day on which it is shown, in Japan; null = until it is taken back. */
  lastDay: calendarDate.nullable().default(null),
  /** Minutes until a facility that is silent is escalated; null = never. */
  acknowledgeWithin: z.literal(ACKNOWLEDGE_MINUTES).nullable().default(null),
});
export type BulletinInput = z.infer<typeof bulletinInput>;

const tag = "bulletins";
const params = z.object({ bulletinId });
const count = z.number().int().min(0);

const bulletinSummary = z.object({
  id: bulletinId,
  title: z.string(),
  category: bulletinCategories.schema,
  urgency: bulletinUrgencies.schema,
  ask: bulletinAsks.schema,
  organisationName: z.string(),
  publishedAt: z.iso.datetime(),
  version: z.number().int(),
  cancelled: z.boolean(),
  /** When it leaves the board's current list. */
  shownUntil: z.iso.datetime().nullable(),
  /** Its time is over: it stands among the past ones and nobody waits for an answer. */
  ended: z.boolean(),
  /** The newest version has not been opened by oneself; false for those one's own organisation posted. */
  unread: z.boolean(),
  own: z.boolean(),
});
export type BulletinSummary = z.infer<typeof bulletinSummary>;

const recipient = z.object({
  organisationId,
  name: z.string(),
  municipality: z.string(),
  /** It has gone into the facility's room. */
  delivered: z.boolean(),
  /** People of it who opened the newest version. */
  readers: z.array(z.string()),
  answer: bulletinAnswers.schema.nullable(),
  count: count.nullable(),
  note: z.string(),
  answeredAt: z.iso.datetime().nullable(),
  /** The organisation that answered in its place. */
  answeredFor: z.string().nullable(),
  /** Who was told because it was silent; of the newest version. */
  escalations: z.array(
    z.object({
      step: escalationSteps.schema,
      at: z.iso.datetime(),
      role: roles.schema.nullable(),
      deputy: z.string().nullable(),
    }),
  ),
});
export type BulletinRecipient = z.infer<typeof recipient>;

const version = z.object({ version: z.number().int(), title: z.string(), body: z.string(), savedAt: z.iso.datetime() });

export const bulletin = bulletinSummary
  .extend({
    body: z.string(),
    /** Newest first; the first one counts. */
    versions: z.array(version),
    cancelReason: z.string(),
    /** Until when facilities must have read or answered; null = no time is set. */
    dueAt: z.iso.datetime().nullable(),
    /** Facilities of the reader that may answer, with what they last said. */
    answering: z.array(recipient),
    /** How far it has reached; null for whoever did not post it. */
    reach: z.array(recipient).nullable(),
    /** For whoever posts: corrections wait for approval too. */
    needsApproval: z.boolean(),
  })
  .meta({ id: "Bulletin" });
export type BulletinView = z.infer<typeof bulletin>;

export const previewAudience = endpoint({
  method: "POST",
  path: "/bulletins/audience",
  tag,
  summary: "Who would get a bulletin, before it goes",
  requires: "bulletin.write",
  body: z.object({ audience: bulletinAudience }),
  response: z.object({
    total: count,
    /** Those that match but have nobody registered yet, and so no room. */
    withoutRoom: count,
    /** A colleague approves it before it goes. */
    approval: z.boolean(),
    /** The first 500 by name. */
    organisations: z.array(z.object({ id: organisationId, name: z.string(), municipality: z.string() })),
  }),
});

export const postBulletin = endpoint({
  method: "POST",
  path: "/bulletins",
  tag,
  summary: "Send a bulletin into the room of every facility it is meant for, once each",
  requires: "bulletin.write",
  body: bulletinInput,
  response: bulletin,
  problems: ["bulletinForNobody", "bulletinNeedsApproval", "bulletinPeriodOver"],
});

export const listBulletins = endpoint({
  method: "GET",
  path: "/bulletins",
  tag,
  summary: "The board: unread first, then the newest; or what is over",
  requires: "signedIn",
  query: z.object({ time: z.enum(["current", "past"]).default("current") }),
  response: z.object({ bulletins: z.array(bulletinSummary) }),
});

export const readBulletin = endpoint({
  method: "GET",
  path: "/bulletins/{bulletinId}",
  tag,
  summary: "One bulletin; opening it is recorded as 既読",
  requires: "signedIn",
  params,
  response: bulletin,
});

export const answerBulletin = endpoint({
  method: "POST",
  path: "/bulletins/{bulletinId}/answer",
  tag,
  summary: "Answer for one's facility; the newest answer counts, earlier ones are kept",
  requires: "signedIn",
  params,
  body: z.object({
    organisationId,
    answer: bulletinAnswers.schema,
    count: z.number().int().min(0).max(999).nullable().default(null),
    note: z.string().trim().max(300).default(""),
  }),
  response: bulletin,
  problems: ["bulletinCancelled", "bulletinAsksOther", "bulletinEnded"],
});

export const correctBulletin = endpoint({
  method: "POST",
  path: "/bulletins/{bulletinId}/correct",
  tag,
  summary: "Send a corrected version; the old one is kept",
  requires: "bulletin.write",
  params,
  body: bulletinText,
  response: bulletin,
  problems: ["bulletinCancelled", "bulletinNeedsApproval"],
});

export const cancelBulletin = endpoint({
  method: "POST",
  path: "/bulletins/{bulletinId}/cancel",
  tag,
  summary: "Take a bulletin back; what it said is kept with the reason",
  requires: "bulletin.write",
  params,
  body: z.object({ reason: line(300) }),
  response: bulletin,
  problems: ["bulletinCancelled"],
});

export const remindOfBulletin = endpoint({
  method: "POST",
  path: "/bulletins/{bulletinId}/remind",
  tag,
  summary: "Remind the facilities that have not answered or, where nothing is asked, not read",
  requires: "bulletin.write",
  params,
  response: z.object({ reminded: count }),
  problems: ["bulletinCancelled", "bulletinEnded"],
});
