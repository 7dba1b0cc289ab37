import { z } from "zod";
import { cardItems, cardSections } from "../codes/emergency.ts";
import { handoverForms, leftOutReasons } from "../codes/handover.ts";
import { personId } from "../ids.ts";
import { emergencyCard, importSource } from "./emergency.ts";
import { endpoint } from "./endpoint.ts";

export const handOverCard = endpoint({
  method: "POST",
  path: "/people/{personId}/card/handover",
  tag: "emergency",
  summary: "Make the emergency card ready to hand over: PDF (A4 or card size), HTML page, or FHIR R4 IPS document",
  requires: "emergency.read",
  params: z.object({ personId }),
  body: z.object({ form: handoverForms.schema }),
  response: z.unknown(),
  rawResponse: true,
  problems: ["consentMissing", "cardEmpty"],
});

export const openCardPage = endpoint({
  method: "GET",
  path: "/people/{personId}/card/page",
  tag: "emergency",
  summary: "The emergency card as an HTML page for reading and printing; the opening is recorded like a print",
  requires: "emergency.read",
  params: z.object({ personId }),
  response: z.unknown(),
  rawResponse: true,
  problems: ["consentMissing", "cardEmpty"],
});

/** An answer as it stands, or would stand, on the card. */
const answer = z.object({
  state: z.enum(["blank", "unknown", "none", "known"]),
  entries: z.array(z.record(z.string(), z.string())),
});

const importPreview = z
  .object({
    source: importSource,
    /** Whom the file is about. */
    patient: z.object({ name: z.string(), birthDate: z.string() }),
    /** false = another birth date than this person's, or none. */
    samePerson: z.boolean(),
    differences: z.array(
      z.object({ section: cardSections.schema, item: cardItems.schema, now: answer, offered: answer }),
    ),
    leftOut: z.array(z.object({ what: z.string(), why: leftOutReasons.schema })),
    /** What each section was when the file was compared with it; 0 = not filled in. */
    versions: z.record(cardSections.schema, z.number().int().min(0)),
  })
  .meta({ id: "CardImportPreview" });
export type ImportPreview = z.infer<typeof importPreview>;

/** Several words in one query parameter. */
const commaList = z
  .string()
  .max(2_000)
  .transform((text) => text.split(",").filter((part) => part !== ""));
const itemList = commaList.pipe(z.array(cardItems.schema).min(1));
const versionList = commaList.pipe(z.array(z.string().regex(/^[a-z]+:\d+$/i)));

export const previewCardImport = endpoint({
  method: "POST",
  path: "/people/{personId}/card/import/preview",
  tag: "emergency",
  summary: "Compare a FHIR patient summary (IPS, JSON) with the emergency card; nothing is saved",
  requires: "emergency.edit",
  params: z.object({ personId }),
  rawBody: true,
  response: importPreview,
  problems: ["consentMissing", "bundleUnreadable"],
});

export const importCard = endpoint({
  method: "POST",
  path: "/people/{personId}/card/import",
  tag: "emergency",
  summary:
    "Take chosen items of a FHIR patient summary over into the emergency card, as new versions that say where from",
  requires: "emergency.edit",
  params: z.object({ personId }),
  query: z.object({
    items: itemList.describe("Items to take over, separated by commas"),
    versions: versionList.describe("The preview's versions, as section:version"),
  }),
  rawBody: true,
  response: emergencyCard,
  problems: ["consentMissing", "cardChanged", "bundleUnreadable"],
});
