import { z } from "zod";
import { summaryForms } from "../codes/incident.ts";
import { incidentId } from "../ids.ts";
import { endpoint } from "./endpoint.ts";
import { entryContent, incidentSheet, namedPerson } from "./incident.ts";

/** What is handed over at the end of a transport (R14). No photo: those end with the room. */
export const incidentSummary = z
  .object({
    incidentId,
    code: z.string(),
    crew: z.string(),
    /** null = it was ended without one. */
    hospital: z.string().nullable(),
    hospitalsAsked: z.number().int(),
    openedAt: z.iso.datetime(),
    confirmedAt: z.iso.datetime().nullable(),
    closedAt: z.iso.datetime(),
    closedBy: z.string(),
    /** null = nobody knows, or nobody may say. */
    person: namedPerson.nullable(),
    sheet: incidentSheet,
    /** Oldest first, cancelled ones among them. */
    entries: z.array(
      z.object({ content: entryContent, cancelled: z.boolean(), by: z.string(), occurredAt: z.iso.datetime() }),
    ),
    photos: z.number().int(),
    videos: z.number().int(),
  })
  .meta({ id: "IncidentSummary" });
export type IncidentSummary = z.infer<typeof incidentSummary>;

const common = {
  tag: "incident",
  /** Crew or receiving hospital: the use case decides it. */
  requires: "signedIn",
  params: z.object({ incidentId }),
  problems: ["summaryGone"],
} as const;

export const readIncidentSummary = endpoint({
  ...common,
  method: "GET",
  path: "/incidents/{incidentId}/summary",
  summary: "What was handed over, for crew and receiving hospital until it ends; the reading is recorded",
  response: z.object({ summary: incidentSummary, until: z.iso.datetime() }),
});

export const saveIncidentSummary = endpoint({
  ...common,
  method: "POST",
  path: "/incidents/{incidentId}/summary/file",
  summary: "The same as a file: PDF or an HTML page; the making is recorded",
  body: z.object({ form: summaryForms.schema }),
  response: z.unknown(),
  rawResponse: true,
});

export const openIncidentSummaryPage = endpoint({
  ...common,
  method: "GET",
  path: "/incidents/{incidentId}/summary/page",
  summary: "The same as an HTML page for reading and printing; the opening is recorded",
  response: z.unknown(),
  rawResponse: true,
});
