import { z } from "zod";
import { emergencyReasons, readingVerdicts } from "../codes/emergency.ts";
import { sexes } from "../codes/levels.ts";
import { roles } from "../codes/roles.ts";
import { emergencyGrantId, personId } from "../ids.ts";
import { calendarDate, line } from "../text.ts";
import { done, endpoint } from "./endpoint.ts";
import { municipalityCode } from "./organisations.ts";

/** As little as tells two people apart. */
const hit = z
  .object({
    personId,
    name: z.string(),
    age: z.number().int(),
    sex: sexes.schema,
    municipality: municipalityCode,
    /** The address up to its first number. */
    town: z.string(),
    /** A consent to emergency reading stands. */
    consented: z.boolean(),
  })
  .meta({ id: "EmergencyHit" });
export type EmergencyHit = z.infer<typeof hit>;

const hits = z.object({ hits: z.array(hit), more: z.boolean() });
export type EmergencyHits = z.infer<typeof hits>;

export const findByCardCode = endpoint({
  method: "POST",
  path: "/emergency/find/code",
  tag: "emergency",
  summary: "Whose printed card this code is on; codes that were ended or never were find nobody",
  requires: "emergency.find",
  body: z.object({ code: line(400) }),
  response: hits,
  problems: ["emergencyLimit"],
});

export const findByNameAndBirth = endpoint({
  method: "POST",
  path: "/emergency/find/name",
  tag: "emergency",
  summary: "People of the whole network born that day whose name sounds like this",
  requires: "emergency.find",
  body: z.object({ kana: line(60), birthDate: calendarDate }),
  response: hits,
  problems: ["emergencyLimit"],
});

export const findByAddress = endpoint({
  method: "POST",
  path: "/emergency/find/address",
  tag: "emergency",
  summary: "People of a municipality whose address holds this",
  requires: "emergency.find",
  body: z.object({
    municipality: municipalityCode,
    address: z.string().trim().min(3).max(100),
    sex: sexes.schema.nullable().default(null),
    /** About how old, give or take ten years. */
    age: z.number().int().min(0).max(130).nullable().default(null),
  }),
  response: hits,
  problems: ["emergencyLimit"],
});

const grant = z
  .object({ id: emergencyGrantId, reason: emergencyReasons.schema, expiresAt: z.iso.datetime(), person: hit })
  .meta({ id: "EmergencyGrant" });
export type EmergencyGrantView = z.infer<typeof grant>;

export const openEmergencyGrant = endpoint({
  method: "POST",
  path: "/emergency/grants",
  tag: "emergency",
  summary: "Open somebody's card from outside the team for a while; the team is told at once",
  requires: "emergency.breakGlass",
  body: z.object({
    personId,
    reason: emergencyReasons.schema,
    note: z.string().trim().max(500).default(""),
    /** Life is at stake: said a second time. */
    acknowledged: z.boolean().default(false),
  }),
  response: grant,
  problems: ["lifeAtStakeOnly", "emergencyLimit"],
});

export const listOwnGrants = endpoint({
  method: "GET",
  path: "/emergency/grants",
  tag: "emergency",
  summary: "Cards one may read from outside the team now",
  requires: "emergency.breakGlass",
  response: z.object({ grants: z.array(grant) }),
});

const verdict = z.object({
  verdict: readingVerdicts.schema,
  note: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
});
const reading = z
  .object({
    id: emergencyGrantId,
    personCode: z.string(),
    reader: z.string(),
    role: roles.schema,
    organisation: z.string(),
    reason: emergencyReasons.schema,
    note: z.string(),
    consented: z.boolean(),
    at: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    /** Newest first. */
    reviews: z.array(verdict),
    /** False for one's own reading. */
    mayReview: z.boolean(),
  })
  .meta({ id: "EmergencyReading" });
export type EmergencyReadingView = z.infer<typeof reading>;

export const listEmergencyReadings = endpoint({
  method: "GET",
  path: "/emergency/readings",
  tag: "emergency",
  summary: "Readings from outside the team by staff one is responsible for; those without a verdict first",
  requires: "emergency.review",
  response: z.object({ readings: z.array(reading) }),
});

export const countEmergencyReadings = endpoint({
  method: "GET",
  path: "/emergency/readings/count",
  tag: "emergency",
  summary: "How many readings from outside the team wait for a verdict; none of them is opened",
  requires: "emergency.review",
  response: z.object({ open: z.number().int() }),
});

export const reviewEmergencyReading = endpoint({
  method: "POST",
  path: "/emergency/readings/{grantId}/review",
  tag: "emergency",
  summary: "Say whether a reading was justified; earlier verdicts are kept",
  requires: "emergency.review",
  params: z.object({ grantId: emergencyGrantId }),
  body: z.object({ verdict: readingVerdicts.schema, note: line(500) }),
  response: done,
});

export const renewCardCode = endpoint({
  method: "POST",
  path: "/people/{personId}/card/code",
  tag: "emergency",
  summary: "A new code for the printed card; all earlier ones end",
  requires: "emergency.edit",
  params: z.object({ personId }),
  response: z.object({ url: z.string() }),
  problems: ["consentMissing"],
});

export const revokeCardCodes = endpoint({
  method: "DELETE",
  path: "/people/{personId}/card/code",
  tag: "emergency",
  summary: "End all codes of somebody's printed cards",
  requires: "emergency.edit",
  params: z.object({ personId }),
  response: z.object({ ended: z.number().int() }),
});
