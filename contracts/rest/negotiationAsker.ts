import { z } from "zod";
import { roomTypes } from "../codes/facilities.ts";
import { attachmentTitles } from "../codes/negotiation.ts";
import { caseDocumentId, facilityId, negotiationCaseId, personId } from "../ids.ts";
import { line, prose } from "../text.ts";
import { endpoint } from "./endpoint.ts";
import {
  boardQuery,
  considerationSheet,
  decidedOn,
  disclosureView,
  enquiryBoard,
  enquiryParams,
  enquirySheet,
  enquiryWords,
  identifyingHit,
  MOST_FACILITIES,
  negotiationCase,
  SECTION,
  wishInput,
} from "./negotiation.ts";

const caseParams = z.object({ caseId: negotiationCaseId });
const facilities = z.array(facilityId).min(1).max(MOST_FACILITIES);
const TEXT_PROBLEMS = ["identifyingText", "consentMissing"] as const;

export const checkEnquiryText = endpoint({
  method: "POST",
  path: "/people/{personId}/negotiations/check",
  tag: "negotiation",
  summary: "What in a text may tell who the person is; nothing is kept",
  requires: "negotiation.ask",
  params: z.object({ personId }),
  body: z.object({ text: z.string().max(5 * SECTION) }),
  response: z.object({ hits: z.array(identifyingHit) }),
});

export const previewEnquiry = endpoint({
  method: "POST",
  path: "/people/{personId}/negotiations/preview",
  tag: "negotiation",
  summary: "The anonymous sheet as facilities would see it, and what in its text must be mended first",
  requires: "negotiation.ask",
  params: z.object({ personId }),
  body: z.object({ wish: wishInput }),
  response: z.object({ sheet: enquirySheet, hits: z.array(identifyingHit), consented: z.boolean() }),
});

export const openNegotiation = endpoint({
  method: "POST",
  path: "/negotiations",
  tag: "negotiation",
  summary: "Ask several facilities at once; each gets an encrypted room of its own (R19)",
  requires: "negotiation.ask",
  body: z.object({
    personId,
    facilities,
    wish: wishInput,
    /** The asker has looked at the places that were pointed out. */
    textLookedAt: z.boolean().default(false),
    /** false keeps drafts. */
    send: z.boolean().default(true),
  }),
  response: negotiationCase,
  problems: [...TEXT_PROBLEMS, "facilityNotReachable"],
});

export const addEnquiries = endpoint({
  method: "POST",
  path: "/negotiations/{caseId}/enquiries",
  tag: "negotiation",
  summary: "Ask further facilities about the same wish",
  requires: "negotiation.ask",
  params: caseParams,
  body: z.object({ facilities }),
  response: negotiationCase,
  problems: [...TEXT_PROBLEMS, "facilityNotReachable", "caseClosed", "alreadyAsked"],
});

export const listNegotiations = endpoint({
  method: "GET",
  path: "/negotiations",
  tag: "negotiation",
  summary: "The asker's board: every enquiry about people one may ask for",
  requires: "negotiation.ask",
  query: boardQuery,
  response: enquiryBoard,
});

export const exportNegotiations = endpoint({
  method: "GET",
  path: "/negotiations/export",
  tag: "negotiation",
  summary: "The asker's enquiries with their times as CSV for a spreadsheet; case numbers, no names",
  requires: "negotiation.ask",
  rawResponse: true,
  response: z.unknown(),
});

export const readNegotiation = endpoint({
  method: "GET",
  path: "/negotiations/{caseId}",
  tag: "negotiation",
  summary: "One case: what each facility answers, side by side; documents; who was given what",
  requires: "negotiation.ask",
  params: caseParams,
  response: negotiationCase,
});

export const actOnEnquiry = endpoint({
  method: "POST",
  path: "/enquiries/{enquiryId}/act",
  tag: "negotiation",
  summary: "The asker's acts: send, withdraw, give information, choose a day, choose this facility",
  requires: "negotiation.ask",
  params: enquiryParams,
  body: z.object({
    action: z.enum(["send", "provideInfo", "arrangeVisit", "agree", "withdraw"]),
    text: enquiryWords,
    /** The day of the visit, out of those the facility proposed or another. */
    dates: z.array(line(60)).max(1).default([]),
    /** For `agree`: which kind of room is taken. Left out = any that fits. */
    roomType: roomTypes.schema.nullable().default(null),
    textLookedAt: z.boolean().default(false),
    version: decidedOn,
  }),
  response: negotiationCase,
  problems: ["enquiryMoved", "enquiryChanged", "noPlaceLeft", "identifyingText", "otherChosen"],
});

export const disclose = endpoint({
  method: "POST",
  path: "/enquiries/{enquiryId}/disclosures",
  tag: "negotiation",
  summary: "Give this facility more: L1 to consider, L2 who it is. By name, with consent, logged",
  requires: "negotiation.ask",
  params: enquiryParams,
  body: z.object({
    level: z.union([z.literal(1), z.literal(2)]),
    consideration: considerationSheet,
    documents: z.array(caseDocumentId).max(20).default([]),
    /** The named act: whoever discloses says so. */
    confirmed: z.literal(true),
    textLookedAt: z.boolean().default(false),
    version: decidedOn,
  }),
  response: negotiationCase,
  problems: [...TEXT_PROBLEMS, "enquiryMoved", "enquiryChanged", "documentNotApproved"],
});

export const draftSummary = endpoint({
  method: "POST",
  path: "/negotiations/{caseId}/summary",
  tag: "negotiation",
  summary: "A summary made from the person's records, for a person to look through: nothing goes out yet",
  requires: "negotiation.ask",
  params: caseParams,
  body: z.object({ level: z.union([z.literal(1), z.literal(2)]) }),
  response: z.object({ text: z.string(), records: z.number().int(), hits: z.array(identifyingHit) }),
});

export const approveSummary = endpoint({
  method: "POST",
  path: "/negotiations/{caseId}/summary/approve",
  tag: "negotiation",
  summary: "Approve a summary as it stands; only then it can be given to a facility",
  requires: "negotiation.ask",
  params: caseParams,
  body: z.object({
    title: line(80),
    level: z.union([z.literal(1), z.literal(2)]),
    text: prose(10_000),
    textLookedAt: z.boolean().default(false),
  }),
  response: negotiationCase,
  problems: ["identifyingText", "caseClosed"],
});

export const attachCaseDocument = endpoint({
  method: "POST",
  path: "/negotiations/{caseId}/documents",
  tag: "negotiation",
  summary: "Attach a PDF, JPEG or PNG, sealed with the person's key; pictures cannot be checked, so only for L2",
  requires: "negotiation.ask",
  params: caseParams,
  query: z.object({ title: attachmentTitles.schema.default("other") }),
  rawBody: true,
  response: negotiationCase,
  problems: ["unreadableFile", "tooLarge", "caseClosed"],
});

export const listDisclosures = endpoint({
  method: "GET",
  path: "/people/{personId}/disclosures",
  tag: "negotiation",
  summary: "To whom what was disclosed of a person, when, and on which consent: the person may ask for it",
  requires: "access.read",
  params: z.object({ personId }),
  response: z.object({ disclosures: z.array(disclosureView) }),
});
