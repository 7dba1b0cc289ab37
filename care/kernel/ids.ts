import { randomInt } from "node:crypto";
import type * as contract from "@tsunagi/contracts/ids";

interface IdsByPrefix {
  psn: contract.PersonId;
  tem: contract.TeamId;
  stf: contract.StaffId;
  org: contract.OrganisationId;
  mbr: contract.MembershipId;
  cns: contract.ConsentId;
  doc: contract.DocumentId;
  rec: contract.RecordId;
  rom: contract.HubRoomId;
  apv: contract.DeviceApprovalId;
  svc: contract.FacilityId;
  pht: contract.FacilityPhotoId;
  imp: contract.OpenDataImportId;
  vac: contract.VacancyReportId;
  sav: contract.SavedSearchId;
  neg: contract.NegotiationCaseId;
  enq: contract.EnquiryId;
  inc: contract.IncidentId;
  inr: contract.IncidentRequestId;
  ine: contract.IncidentEntryId;
  inm: contract.IncidentMediaId;
  cdc: contract.CaseDocumentId;
  egr: contract.EmergencyGrantId;
  bul: contract.BulletinId;
  bpl: contract.BulletinPlanId;
  mal: contract.MailId;
  mlg: contract.MailGroupId;
  psb: contract.PushSubscriptionId;
  ntc: contract.NoticeId;
  ndl: contract.NoticeReceiptId;
}

const LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
/** Without 0 O 1 I L: read out over the telephone, typed from paper. */
const CLEAR_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

const pick = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");

/** A new opaque id: prefix and 26 random characters (134 bits). */
export const newId = <Prefix extends keyof IdsByPrefix>(prefix: Prefix): IdsByPrefix[Prefix] =>
  `${prefix}_${pick(LETTERS, 26)}` as unknown as IdsByPrefix[Prefix];

/** A short code that stands for something nameless in rooms and lists, for example `7KQM2XA`. */
export const newCode = (): string => pick(CLEAR_LETTERS, 7);

/** What the QR code of a card says: 26 letters (128.8 bits) that can be typed from paper. */
export const newCardCode = (): string => pick(CLEAR_LETTERS, 26);

/** Makes the outbox keys of one act unlike those of every other: suspended twice, somebody is locked out twice. */
export const newOccasion = (): string => pick(LETTERS, 16);

/** A password to hand over: 16 characters, easy to type, strong enough until it is changed. */
export const newInitialPassword = (): string => {
  const groups = Array.from({ length: 4 }, () => pick("23456789abcdefghjkmnpqrstuvwxyz", 4));
  return /\d/.test(groups.join("")) && /[a-z]/.test(groups.join("")) ? groups.join("-") : newInitialPassword();
};
