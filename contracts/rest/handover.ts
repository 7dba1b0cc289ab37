import { z } from "zod";
import { handoverForms } from "../codes/handover.ts";
import { personId } from "../ids.ts";
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
