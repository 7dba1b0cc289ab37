import { z } from "zod";
import { facilityNeeds } from "../codes/facilities.ts";
import { bedriddenLevels, careLevels, dementiaLevels, sexes } from "../codes/levels.ts";
import {
  ageBands,
  caseDocumentKinds,
  costClasses,
  declineReasons,
  disclosureItems,
  enquiryActions,
  enquiryAnswers,
  enquirySides,
  enquiryStates,
  identifyingKinds,
  stayPeriods,
} from "../codes/negotiation.ts";
import { caseDocumentId, enquiryId, facilityId, matrixRoomId, negotiationCaseId, organisationId } from "../ids.ts";
import { calendarDate } from "../text.ts";
import { municipalityCode } from "./organisations.ts";
import { personSummary } from "./people.ts";

/** A place in a free text that may tell who somebody is. */
export const identifyingHit = z
  .object({
    kind: identifyingKinds.schema,
    /** Offsets in UTF-16 units, as `String.slice` takes them. */
    start: z.number().int().nonnegative(),
    end: z.number().int().positive(),
    text: z.string(),
    /** The person's or the family's own: it cannot go out. */
    blocks: z.boolean(),
  })
  .meta({ id: "IdentifyingHit" });
export type IdentifyingHit = z.infer<typeof identifyingHit>;

/** Most facilities one wish is asked of at once. */
export const MOST_FACILITIES = 20;
export const FREE_TEXT = 1000;

/** What the asker fills in; the rest of the sheet comes from the person's data. */
export const wishInput = z
  .object({
    needs: z.array(facilityNeeds.schema).max(30).default([]),
    wishedFrom: calendarDate.nullable().default(null),
    period: stayPeriods.schema,
    costClass: costClasses.schema,
    text: z.string().trim().max(FREE_TEXT).default(""),
  })
  .meta({ id: "WishInput" });
export type WishInput = z.infer<typeof wishInput>;

/** L0: all that a facility is told with an enquiry (domain 4). Nothing in here tells who it is. */
export const enquirySheet = z
  .object({
    code: z.string(),
    ageBand: ageBands.schema,
    sex: sexes.schema,
    municipality: municipalityCode,
    careLevel: careLevels.schema.nullable(),
    bedriddenLevel: bedriddenLevels.schema.nullable(),
    dementiaLevel: dementiaLevels.schema.nullable(),
    ...wishInput.shape,
  })
  .meta({ id: "EnquirySheet" });
export type EnquirySheet = z.infer<typeof enquirySheet>;

export const SECTION = 2000;
/** L1: what a facility needs to consider somebody, without name and address. */
export const considerationSheet = z
  .object({
    adl: z.string().trim().max(SECTION).default(""),
    diagnoses: z.string().trim().max(SECTION).default(""),
    medication: z.string().trim().max(SECTION).default(""),
    family: z.string().trim().max(SECTION).default(""),
    other: z.string().trim().max(SECTION).default(""),
  })
  .meta({ id: "ConsiderationSheet" });
export type ConsiderationSheet = z.infer<typeof considerationSheet>;

/** L2: who it is. */
export const disclosedIdentity = z
  .object({
    familyName: z.string(),
    givenName: z.string(),
    familyKana: z.string(),
    givenKana: z.string(),
    birthDate: calendarDate,
    address: z.string(),
    phone: z.string(),
  })
  .meta({ id: "DisclosedIdentity" });
export type DisclosedIdentity = z.infer<typeof disclosedIdentity>;

export const caseDocument = z
  .object({
    id: caseDocumentId,
    kind: caseDocumentKinds.schema,
    title: z.string(),
    /** The lowest level it may be given at. */
    level: z.union([z.literal(1), z.literal(2)]),
    mediaType: z.string(),
    size: z.number().int(),
    /** A summary's text; empty for files. */
    text: z.string(),
    approvedBy: z.string().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "CaseDocument" });
export type CaseDocumentView = z.infer<typeof caseDocument>;

export const enquiryStep = z
  .object({
    action: enquiryActions.schema,
    side: enquirySides.schema,
    by: z.string(),
    at: z.iso.datetime(),
    text: z.string(),
    reason: declineReasons.schema.nullable(),
    dates: z.array(z.string()),
  })
  .meta({ id: "EnquiryStep" });
export type EnquiryStepView = z.infer<typeof enquiryStep>;

export const facilityName = z
  .object({
    id: facilityId,
    organisationId,
    name: z.string(),
    system: z.string(),
    serviceType: z.string(),
    municipality: z.string(),
    phone: z.string(),
  })
  .meta({ id: "FacilityName" });
export type FacilityNameView = z.infer<typeof facilityName>;

const level = z.union([z.literal(0), z.literal(1), z.literal(2)]);
const moment = z.iso.datetime().nullable();

const enquiryCore = {
  id: enquiryId,
  code: z.string().describe("The case's number"),
  state: enquiryStates.schema,
  answer: enquiryAnswers.schema.nullable(),
  version: z.number().int().describe("Sent back with an act; the act is refused when it changed meanwhile"),
  facility: facilityName,
  roomId: matrixRoomId.nullable(),
  inquiredAt: moment,
  firstAnsweredAt: moment,
  decidedAt: moment,
  dueAt: moment,
  turn: z.enum(["asker", "facility"]).nullable(),
  overdue: z.boolean(),
  level,
  /** What this side may do now. */
  actions: z.array(enquiryActions.schema),
  steps: z.array(enquiryStep),
} as const;

/** One enquiry as the asker sees it. */
export const askedEnquiry = z.object(enquiryCore).meta({ id: "AskedEnquiry" });
export type AskedEnquiryView = z.infer<typeof askedEnquiry>;

export const disclosureView = z
  .object({
    at: z.iso.datetime(),
    level,
    recipient: z.string(),
    facility: z.string(),
    by: z.string(),
    items: z.array(disclosureItems.schema),
    consents: z.array(z.string()),
    endedAt: moment,
  })
  .meta({ id: "Disclosure" });
export type DisclosureView = z.infer<typeof disclosureView>;

export const negotiationCase = z
  .object({
    id: negotiationCaseId,
    code: z.string(),
    state: z.enum(["open", "agreed", "closed"]),
    person: personSummary,
    sheet: enquirySheet,
    consideration: considerationSheet,
    openedAt: z.iso.datetime(),
    openedBy: z.string(),
    consented: z.boolean().describe("A consent that stands covers enquiries and disclosure"),
    enquiries: z.array(askedEnquiry),
    documents: z.array(caseDocument),
    disclosures: z.array(disclosureView),
  })
  .meta({ id: "NegotiationCase" });
export type NegotiationCaseView = z.infer<typeof negotiationCase>;

/** One enquiry as the facility sees it: what has been given to it, and nothing else. */
export const receivedEnquiry = z
  .object({
    ...enquiryCore,
    askerName: z.string().describe("The asking organisation"),
    /** null once it has ended without this facility being chosen. */
    sheet: enquirySheet.nullable(),
    consideration: considerationSheet.nullable(),
    identity: disclosedIdentity.nullable(),
    documents: z.array(caseDocument),
  })
  .meta({ id: "ReceivedEnquiry" });
export type ReceivedEnquiryView = z.infer<typeof receivedEnquiry>;

/** One card of a board. */
export const enquiryCard = z
  .object({
    id: enquiryId,
    caseId: negotiationCaseId.nullable().describe("null on a facility's board"),
    code: z.string(),
    /** The person for the asker; empty on a facility's board. */
    personName: z.string(),
    facilityName: z.string(),
    askerName: z.string(),
    state: enquiryStates.schema,
    answer: enquiryAnswers.schema.nullable(),
    inquiredAt: moment,
    firstAnsweredAt: moment,
    decidedAt: moment,
    dueAt: moment,
    turn: z.enum(["asker", "facility"]).nullable(),
    overdue: z.boolean(),
  })
  .meta({ id: "EnquiryCard" });
export type EnquiryCardView = z.infer<typeof enquiryCard>;

/** Times in minutes; null while there is nothing to reckon from. */
export const negotiationTimes = z
  .object({
    asked: z.number().int(),
    answered: z.number().int(),
    medianFirstAnswerMinutes: z.number().int().nullable(),
    medianDecisionMinutes: z.number().int().nullable(),
  })
  .meta({ id: "NegotiationTimes" });
export type NegotiationTimes = z.infer<typeof negotiationTimes>;

export const enquiryBoard = z.object({ enquiries: z.array(enquiryCard), times: negotiationTimes });
export const boardQuery = z.object({ ended: z.enum(["show", "hide"]).default("hide") });
export const enquiryParams = z.object({ enquiryId });
/** The version an act was decided on; left out = whatever it is now. */
export const decidedOn = z.number().int().optional();
export const enquiryWords = z.string().trim().max(FREE_TEXT).default("");
