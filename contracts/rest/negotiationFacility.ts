import { z } from "zod";
import { declineReasons } from "../codes/negotiation.ts";
import { caseDocumentId, enquiryId } from "../ids.ts";
import { line } from "../text.ts";
import { endpoint } from "./endpoint.ts";
import { boardQuery, decidedOn, enquiryBoard, enquiryParams, enquiryWords, receivedEnquiry } from "./negotiation.ts";

export const listReceivedEnquiries = endpoint({
  method: "GET",
  path: "/enquiries",
  tag: "negotiation",
  summary: "The facility's board: what its organisation has been asked",
  requires: "negotiation.answer",
  query: boardQuery,
  response: enquiryBoard,
});

export const exportReceivedEnquiries = endpoint({
  method: "GET",
  path: "/enquiries/export",
  tag: "negotiation",
  summary: "What the organisation was asked, with its times, as CSV",
  requires: "negotiation.answer",
  rawResponse: true,
  response: z.unknown(),
});

export const readEnquiry = endpoint({
  method: "GET",
  path: "/enquiries/{enquiryId}",
  tag: "negotiation",
  summary: "One enquiry as the facility may see it now; the reading is recorded",
  requires: "negotiation.answer",
  params: enquiryParams,
  response: receivedEnquiry,
});

export const answerEnquiry = endpoint({
  method: "POST",
  path: "/enquiries/{enquiryId}/answer",
  tag: "negotiation",
  summary: "The facility's acts: answer, ask for more, propose days, take it to the committee, fix the day",
  requires: "negotiation.answer",
  params: enquiryParams,
  body: z.object({
    action: z.enum([
      "review",
      "accept",
      "conditional",
      "discuss",
      "waitlist",
      "decline",
      "requestInfo",
      "proposeVisit",
      "toCommittee",
      "setDate",
      "complete",
    ]),
    text: enquiryWords,
    reason: declineReasons.schema.nullable().default(null),
    dates: z.array(line(60)).max(5).default([]),
    version: decidedOn,
  }),
  response: receivedEnquiry,
  problems: ["enquiryMoved", "enquiryChanged", "wordsMissing"],
});

export const readReceivedDocument = endpoint({
  method: "GET",
  path: "/enquiries/{enquiryId}/documents/{documentId}",
  tag: "negotiation",
  summary: "Bytes of a document that was given to this facility; the reading is recorded",
  requires: "negotiation.answer",
  params: z.object({ enquiryId, documentId: caseDocumentId }),
  rawResponse: true,
  response: z.unknown(),
});
