import { z } from "zod";

/** Our own ids: a prefix that tells the kind, and 26 random characters that tell nothing. */
const opaque = <const Prefix extends string, const Brand extends string>(prefix: Prefix, brand: Brand) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-z]{26}$`))
    .brand<Brand>()
    .meta({ description: `Opaque id of a ${brand}` });

export const personId = opaque("psn", "PersonId");
export const teamId = opaque("tem", "TeamId");
export const staffId = opaque("stf", "StaffId");
export const organisationId = opaque("org", "OrganisationId");
export const membershipId = opaque("mbr", "MembershipId");
export const consentId = opaque("cns", "ConsentId");
export const documentId = opaque("doc", "DocumentId");
export const recordId = opaque("rec", "RecordId");
export const hubRoomId = opaque("rom", "HubRoomId");
export const deviceApprovalId = opaque("apv", "DeviceApprovalId");
/** One service of an organisation: what is searched for and negotiated with. */
export const facilityId = opaque("svc", "FacilityId");
export const facilityPhotoId = opaque("pht", "FacilityPhotoId");
export const openDataImportId = opaque("imp", "OpenDataImportId");
export const savedSearchId = opaque("sav", "SavedSearchId");
export const vacancyReportId = opaque("vac", "VacancyReportId");
/** One person's wish for a place, about which several facilities are asked. */
export const negotiationCaseId = opaque("neg", "NegotiationCaseId");
/** What one facility is asked. */
export const enquiryId = opaque("enq", "EnquiryId");
/** One transport by a crew. */
export const incidentId = opaque("inc", "IncidentId");
export const incidentRequestId = opaque("inr", "IncidentRequestId");
export const incidentEntryId = opaque("ine", "IncidentEntryId");
export const incidentMediaId = opaque("inm", "IncidentMediaId");
export const caseDocumentId = opaque("cdc", "CaseDocumentId");
/** The right to read one emergency card for a while, from outside the team. */
export const emergencyGrantId = opaque("egr", "EmergencyGrantId");
export const bulletinId = opaque("bul", "BulletinId");
/** A bulletin that has not gone yet: written down, waiting for approval or for its time. */
export const bulletinPlanId = opaque("bpl", "BulletinPlanId");
/** One letter of the secure mail. */
export const mailId = opaque("mal", "MailId");
/** Several people of an organisation who are written to as one. */
export const mailGroupId = opaque("mlg", "MailGroupId");
/** A browser that takes pushes; the homeserver knows it as the pushkey. */
export const pushSubscriptionId = opaque("psb", "PushSubscriptionId");
export const noticeId = opaque("ntc", "NoticeId");
/** One notice on one device; who has it may say that it was shown. */
export const noticeReceiptId = opaque("ndl", "NoticeReceiptId");

export type PersonId = z.infer<typeof personId>;
export type TeamId = z.infer<typeof teamId>;
export type StaffId = z.infer<typeof staffId>;
export type OrganisationId = z.infer<typeof organisationId>;
export type MembershipId = z.infer<typeof membershipId>;
export type ConsentId = z.infer<typeof consentId>;
export type DocumentId = z.infer<typeof documentId>;
export type RecordId = z.infer<typeof recordId>;
export type HubRoomId = z.infer<typeof hubRoomId>;
export type DeviceApprovalId = z.infer<typeof deviceApprovalId>;
export type FacilityId = z.infer<typeof facilityId>;
export type FacilityPhotoId = z.infer<typeof facilityPhotoId>;
export type OpenDataImportId = z.infer<typeof openDataImportId>;
export type SavedSearchId = z.infer<typeof savedSearchId>;
export type VacancyReportId = z.infer<typeof vacancyReportId>;
export type NegotiationCaseId = z.infer<typeof negotiationCaseId>;
export type EnquiryId = z.infer<typeof enquiryId>;
export type IncidentId = z.infer<typeof incidentId>;
export type IncidentRequestId = z.infer<typeof incidentRequestId>;
export type IncidentEntryId = z.infer<typeof incidentEntryId>;
export type IncidentMediaId = z.infer<typeof incidentMediaId>;
export type CaseDocumentId = z.infer<typeof caseDocumentId>;
export type EmergencyGrantId = z.infer<typeof emergencyGrantId>;
export type BulletinId = z.infer<typeof bulletinId>;
export type BulletinPlanId = z.infer<typeof bulletinPlanId>;
export type MailId = z.infer<typeof mailId>;
export type MailGroupId = z.infer<typeof mailGroupId>;
export type PushSubscriptionId = z.infer<typeof pushSubscriptionId>;
export type NoticeId = z.infer<typeof noticeId>;
export type NoticeReceiptId = z.infer<typeof noticeReceiptId>;

/** Matrix ids (Matrix spec, appendices "Identifier grammar"). */
export const matrixUserId = z
  .string()
  .regex(/^@[^:\s]+:\S+$/)
  .max(255)
  .brand<"MatrixUserId">();
export const matrixRoomId = z
  .string()
  .regex(/^!\S+$/)
  .max(255)
  .brand<"MatrixRoomId">();
export const matrixEventId = z
  .string()
  .regex(/^\$\S+$/)
  .max(255)
  .brand<"MatrixEventId">();
export const matrixDeviceId = z
  .string()
  .regex(/^[^\s/]{1,255}$/)
  .brand<"MatrixDeviceId">();

export type MatrixUserId = z.infer<typeof matrixUserId>;
export type MatrixRoomId = z.infer<typeof matrixRoomId>;
export type MatrixEventId = z.infer<typeof matrixEventId>;
export type MatrixDeviceId = z.infer<typeof matrixDeviceId>;
