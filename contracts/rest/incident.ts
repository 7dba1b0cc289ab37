import { z } from "zod";
import { jcsLevels } from "../codes/emergency.ts";
import { complaints, incidentRequestStates, incidentTimes, interventions, notReadyReasons } from "../codes/incident.ts";
import { sexes } from "../codes/levels.ts";
import { ageBands } from "../codes/negotiation.ts";
import {
  incidentEntryId,
  incidentId,
  incidentMediaId,
  incidentRequestId,
  matrixRoomId,
  organisationId,
  personId,
} from "../ids.ts";
import { emergencyCard } from "./emergency.ts";
import { done, endpoint } from "./endpoint.ts";

/** Bytes of one encrypted piece: what is lost when a bad line breaks. */
export const CHUNK_BYTES = 128 * 1024;
/** Format byte, nonce and tag come on top. */
export const SEALED_CHUNK_BYTES = CHUNK_BYTES + 28;
export const MOST_CHUNKS = 800;

/** What every hospital that is asked sees: nothing that says who it is. */
export const incidentSheet = z.object({
  ageBand: ageBands.schema.nullable(),
  sex: sexes.schema.nullable(),
  complaint: complaints.schema,
});
const sheet = incidentSheet;
export type IncidentSheet = z.infer<typeof sheet>;

const number = (least: number, most: number) => z.number().min(least).max(most).nullable().default(null);

export const vitals = z.object({
  kind: z.literal("vitals"),
  systolic: number(0, 350),
  diastolic: number(0, 250),
  pulse: number(0, 350),
  respiration: number(0, 120),
  spo2: number(0, 100),
  /** Degrees Celsius. */
  temperature: number(20, 45),
  /** Litres a minute. */
  oxygen: number(0, 20),
});
export type IncidentVitals = z.infer<typeof vitals>;

/** Glasgow Coma Scale: best answer of eyes, speech and movement; the total is 3 to 15. */
const gcs = z.object({
  kind: z.literal("gcs"),
  eye: z.number().int().min(1).max(4),
  verbal: z.number().int().min(1).max(5),
  motor: z.number().int().min(1).max(6),
});
export type IncidentGcs = z.infer<typeof gcs>;

export const entryContent = z.discriminatedUnion("kind", [
  vitals,
  z.object({ kind: z.literal("jcs"), level: jcsLevels.schema }),
  gcs,
  z.object({ kind: z.literal("intervention"), what: interventions.schema }),
  z.object({ kind: z.literal("time"), what: incidentTimes.schema }),
  z.object({ kind: z.literal("note"), text: z.string().trim().min(1).max(500) }),
]);
export type IncidentEntryContent = z.infer<typeof entryContent>;

const entry = z.object({
  id: incidentEntryId,
  content: entryContent,
  cancelled: z.boolean(),
  by: z.string(),
  occurredAt: z.iso.datetime(),
});
export type IncidentEntryView = z.infer<typeof entry>;

const request = z.object({
  id: incidentRequestId,
  organisationId,
  hospital: z.string(),
  state: incidentRequestStates.schema,
  reason: notReadyReasons.schema.nullable(),
  askedAt: z.iso.datetime(),
  answeredAt: z.iso.datetime().nullable(),
  /** When the crew told it who it is. */
  namedAt: z.iso.datetime().nullable(),
});

/** Photos are drawn anew as JPEG; videos are as browsers record them. */
const mediaType = z.enum(["image/jpeg", "video/webm", "video/mp4"]);
export type IncidentMediaType = z.infer<typeof mediaType>;

const media = z.object({
  id: incidentMediaId,
  mediaType: z.string(),
  /** Pieces that have arrived; piece 0 is the small picture. */
  received: z.array(z.number().int()),
  /** null while more may come. */
  chunks: z.number().int().nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  erased: z.boolean(),
});
export type IncidentMediaView = z.infer<typeof media>;

/** What was written at the hand-over, while it can be read. */
const summaryOffer = z.object({ incidentId, until: z.iso.datetime() }).nullable();
export type IncidentSummaryOffer = z.infer<typeof summaryOffer>;

/** Who it is, once the crew has said so. */
export const namedPerson = z.object({
  familyName: z.string(),
  givenName: z.string(),
  familyKana: z.string(),
  givenKana: z.string(),
  birthDate: z.string(),
});

export const incident = z
  .object({
    id: incidentId,
    code: z.string(),
    state: z.enum(["open", "closed"]),
    roomId: matrixRoomId.nullable(),
    personId: personId.nullable(),
    sheet,
    openedAt: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
    /** Newest first. The crew's organisation reads them after the hand-over too. */
    entries: z.array(entry),
    requests: z.array(request),
    media: z.array(media),
    summary: summaryOffer,
  })
  .meta({ id: "Incident" });
export type IncidentView = z.infer<typeof incident>;

export const incidentRequest = z
  .object({
    id: incidentRequestId,
    code: z.string(),
    crew: z.string(),
    state: incidentRequestStates.schema,
    reason: notReadyReasons.schema.nullable(),
    askedAt: z.iso.datetime(),
    /** null once another hospital was chosen, or it is over. */
    sheet: sheet.nullable(),
    vitals: vitals.nullable(),
    /** Everything, for the confirmed hospital while it is open. */
    incident: incident.nullable(),
    /** Told by the crew before this hospital was confirmed. */
    person: namedPerson.nullable(),
    /** For the hospital that received, after the hand-over. */
    summary: summaryOffer,
  })
  .meta({ id: "IncidentRequest" });
export type IncidentRequestView = z.infer<typeof incidentRequest>;

const params = z.object({ incidentId });
const entryParams = params.extend({ entryId: incidentEntryId });
const mediaParams = params.extend({ mediaId: incidentMediaId });
const chunkParams = mediaParams.extend({ seq: z.coerce.number().int().min(0).max(MOST_CHUNKS) });
const requestParams = z.object({ requestId: incidentRequestId });

const crew = { tag: "incident", requires: "incident.open" } as const;
const hospital = { tag: "incident", requires: "incident.answer" } as const;
/** Who is in a transport is a matter of the transport; the use case decides it. */
const eitherSide = { tag: "incident", requires: "signedIn" } as const;

export const openIncident = endpoint({
  ...crew,
  method: "POST",
  path: "/incidents",
  summary: "Open a transport, from somebody's emergency card or for a person nobody knows; its encrypted room is made",
  body: z.object({ personId: personId.nullable(), sheet }),
  response: incident,
  problems: ["consentMissing"],
});

export const listIncidents = endpoint({
  ...crew,
  method: "GET",
  path: "/incidents",
  summary: "Open transports of one's own organisation",
  response: z.object({
    incidents: z.array(incident.pick({ id: true, code: true, state: true, openedAt: true, sheet: true })),
  }),
});

export const listHospitals = endpoint({
  ...crew,
  method: "GET",
  path: "/incidents/hospitals",
  summary: "Hospitals that can be asked",
  response: z.object({
    hospitals: z.array(z.object({ id: organisationId, name: z.string(), phone: z.string() })),
  }),
});

export const readIncident = endpoint({
  ...crew,
  method: "GET",
  path: "/incidents/{incidentId}",
  summary: "A transport with its entries, hospitals and media; the reading is recorded",
  params,
  response: incident,
});

export const readIncidentCard = endpoint({
  ...crew,
  method: "GET",
  path: "/incidents/{incidentId}/card",
  summary: "The emergency card pinned to an open transport; the reading is recorded",
  params,
  response: emergencyCard,
  problems: ["incidentClosed", "consentMissing"],
});

export const askHospitals = endpoint({
  ...crew,
  method: "POST",
  path: "/incidents/{incidentId}/requests",
  summary: "Ask several hospitals at once; they learn age band, sex, complaint and vitals",
  params,
  body: z.object({ organisationIds: z.array(organisationId).min(1).max(20) }),
  response: incident,
  problems: ["incidentClosed", "hospitalDecided"],
});

export const confirmHospital = endpoint({
  ...crew,
  method: "POST",
  path: "/incidents/{incidentId}/confirm",
  summary: "Confirm the one hospital that receives; the others are told and see nothing any more",
  params,
  body: z.object({ requestId: incidentRequestId }),
  response: incident,
  problems: ["incidentClosed", "hospitalDecided", "hospitalNotReady"],
});

export const tellHospitalName = endpoint({
  ...crew,
  method: "POST",
  path: "/incidents/{incidentId}/name",
  summary:
    "Tell one hospital that was asked who it is, before one is confirmed; the telling is recorded for the person",
  params,
  body: z.object({ requestId: incidentRequestId }),
  response: incident,
  problems: ["incidentClosed", "hospitalDecided", "consentMissing"],
});

export const writeIncidentEntry = endpoint({
  ...crew,
  method: "POST",
  path: "/incidents/{incidentId}/entries",
  summary: "Write a structured entry into the transport's timeline",
  params,
  body: z.object({ content: entryContent }),
  response: incident,
  problems: ["incidentClosed"],
});

export const cancelIncidentEntry = endpoint({
  ...crew,
  method: "POST",
  path: "/incidents/{incidentId}/entries/{entryId}/cancel",
  summary: "Cancel an entry; it stays to be seen as cancelled",
  params: entryParams,
  response: incident,
  problems: ["incidentClosed"],
});

export const beginIncidentMedia = endpoint({
  ...crew,
  method: "POST",
  path: "/incidents/{incidentId}/media",
  summary: "Begin a photo or a video: its pieces are encrypted in the browser with this key and follow one by one",
  params,
  body: z.object({
    mediaType,
    key: z.string().regex(/^[\w-]{43}$/),
  }),
  response: media,
  problems: ["incidentClosed"],
});

export const putIncidentChunk = endpoint({
  ...crew,
  method: "PUT",
  path: "/incidents/{incidentId}/media/{mediaId}/chunks/{seq}",
  summary: "Send one encrypted piece; sending it again does nothing",
  params: chunkParams,
  rawBody: true,
  response: done,
  problems: ["incidentClosed", "tooLarge", "mediaGone"],
});

export const finishIncidentMedia = endpoint({
  ...crew,
  method: "POST",
  path: "/incidents/{incidentId}/media/{mediaId}/finish",
  summary: "Say how many pieces there are",
  params: mediaParams,
  body: z.object({ chunks: z.number().int().min(1).max(MOST_CHUNKS) }),
  response: media,
  problems: ["incidentClosed", "mediaGone"],
});

export const closeIncident = endpoint({
  ...crew,
  method: "POST",
  path: "/incidents/{incidentId}/close",
  summary: "Hand over and close: the room is left by everybody and the hospital's access ends",
  params,
  response: incident,
  problems: [],
});

export const listIncidentRequests = endpoint({
  ...hospital,
  method: "GET",
  path: "/incident-requests",
  summary: "Transports one's own hospital is asked to receive",
  response: z.object({
    requests: z.array(incidentRequest.omit({ incident: true, vitals: true, person: true, summary: true })),
  }),
});

export const readIncidentRequest = endpoint({
  ...hospital,
  method: "GET",
  path: "/incident-requests/{requestId}",
  summary: "What a hospital may see of a transport now; the reading is recorded",
  params: requestParams,
  response: incidentRequest,
});

export const answerIncidentRequest = endpoint({
  ...hospital,
  method: "POST",
  path: "/incident-requests/{requestId}/answer",
  summary: "Say ready, or not ready with the reason",
  params: requestParams,
  body: z.object({ ready: z.boolean(), reason: notReadyReasons.schema.nullable() }),
  response: incidentRequest,
  problems: ["incidentClosed", "hospitalDecided"],
});

export const readRequestCard = endpoint({
  ...hospital,
  method: "GET",
  path: "/incident-requests/{requestId}/card",
  summary: "The emergency card, for the confirmed hospital while the transport is open; the reading is recorded",
  params: requestParams,
  response: emergencyCard,
  problems: ["incidentClosed", "consentMissing"],
});

export const openIncidentMedia = endpoint({
  ...eitherSide,
  method: "GET",
  path: "/incidents/{incidentId}/media/{mediaId}",
  summary: "The key of a photo or video, for crew and confirmed hospital while it is open; the opening is recorded",
  params: mediaParams,
  response: z.object({ key: z.string(), media }),
  problems: ["incidentClosed", "mediaGone"],
});

export const readIncidentChunk = endpoint({
  ...eitherSide,
  method: "GET",
  path: "/incidents/{incidentId}/media/{mediaId}/chunks/{seq}",
  summary: "One encrypted piece",
  params: chunkParams,
  rawResponse: true,
  response: z.unknown(),
  problems: ["incidentClosed", "mediaGone"],
});
