import { z } from "zod";
import { consentGivers, consentMethods, consentScopes, relations } from "../codes/consent.ts";
import { consentId, documentId, personId } from "../ids.ts";
import { calendarDate, line } from "../text.ts";
import { endpoint } from "./endpoint.ts";

export const consentInput = z
  .object({
    scopes: z.array(consentScopes.schema).min(1),
    givenBy: consentGivers.schema,
    representative: z
      .object({ name: line(80), relation: relations.schema })
      .nullable()
      .default(null),
    method: consentMethods.schema,
    givenOn: calendarDate,
    documentId: documentId.nullable().default(null),
    note: z.string().trim().max(1000).default(""),
  })
  .refine((c) => c.givenBy === "person" || c.representative !== null, {
    message: "representative",
    path: ["representative"],
  });
export type ConsentInput = z.infer<typeof consentInput>;

export const consent = z
  .object({
    id: consentId,
    scopes: z.array(consentScopes.schema),
    givenBy: consentGivers.schema,
    representative: z.object({ name: z.string(), relation: relations.schema }).nullable(),
    method: consentMethods.schema,
    givenOn: calendarDate,
    documentId: documentId.nullable(),
    note: z.string(),
    recordedBy: z.string(),
    recordedAt: z.iso.datetime(),
    withdrawal: z
      .object({ at: z.iso.datetime(), by: z.string(), givenBy: consentGivers.schema, reason: z.string() })
      .nullable(),
  })
  .meta({ id: "Consent" });
export type ConsentView = z.infer<typeof consent>;

const personParams = z.object({ personId });

export const listConsents = endpoint({
  method: "GET",
  path: "/people/{personId}/consents",
  tag: "consent",
  summary: "Consents of a person, withdrawn ones too",
  requires: "person.read",
  params: personParams,
  response: z.object({ consents: z.array(consent), active: z.array(consentScopes.schema) }),
});

export const recordConsent = endpoint({
  method: "POST",
  path: "/people/{personId}/consents",
  tag: "consent",
  summary: "Record a consent: who gave it, how, when, for what",
  requires: "consent.manage",
  params: personParams,
  body: consentInput,
  response: consent,
});

export const withdrawConsent = endpoint({
  method: "POST",
  path: "/consents/{consentId}/withdraw",
  tag: "consent",
  summary: "Record a withdrawal; closes what only this consent covered and says what happened",
  requires: "consent.manage",
  params: z.object({ consentId }),
  body: z.object({ givenBy: consentGivers.schema, reason: z.string().trim().max(500).default("") }),
  response: z.object({
    consent,
    endedScopes: z.array(consentScopes.schema),
    closedTeams: z.number().int(),
    removedMembers: z.number().int(),
    endedEnquiries: z.number().int(),
  }),
  problems: ["consentWithdrawn"],
});

export const attachDocument = endpoint({
  method: "POST",
  path: "/people/{personId}/documents",
  tag: "consent",
  summary: "Attach a document (PDF, JPEG or PNG), encrypted with the person's key",
  requires: "consent.manage",
  params: personParams,
  rawBody: true,
  response: z.object({ id: documentId, mediaType: z.string(), size: z.number().int() }),
  problems: ["unreadableFile", "tooLarge"],
});

export const readDocument = endpoint({
  method: "GET",
  path: "/documents/{documentId}",
  tag: "consent",
  summary: "A document's bytes; the reading is recorded",
  requires: "document.read",
  params: z.object({ documentId }),
  rawResponse: true,
  response: z.unknown(),
});
