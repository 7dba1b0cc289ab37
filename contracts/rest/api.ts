import * as audit from "./audit.ts";
import * as commands from "./commands.ts";
import * as consent from "./consent.ts";
import * as devices from "./devices.ts";
import * as emergency from "./emergency.ts";
import * as facilities from "./facilities.ts";
import * as facilitySearch from "./facilitySearch.ts";
import * as handover from "./handover.ts";
import * as asking from "./negotiationAsker.ts";
import * as answering from "./negotiationFacility.ts";
import * as organisations from "./organisations.ts";
import * as people from "./people.ts";
import * as records from "./records.ts";
import * as savedSearches from "./savedSearches.ts";
import * as session from "./session.ts";
import * as staff from "./staff.ts";
import * as teams from "./teams.ts";

/** Every route of the hub, in one table. */
export const api = {
  openSession: session.openSession,
  readSession: session.readSession,
  closeSession: session.closeSession,
  enrolIdentity: session.enrolIdentity,
  listOwnDevices: devices.listOwnDevices,
  signOutOwnDevice: devices.signOutOwnDevice,
  listDevicesOf: devices.listDevicesOf,
  signOutDeviceOf: devices.signOutDeviceOf,
  listDeviceRequests: devices.listDeviceRequests,
  approveDevice: devices.approveDevice,
  rejectDevice: devices.rejectDevice,
  listOrganisations: organisations.listOrganisations,
  createOrganisation: organisations.createOrganisation,
  startImport: organisations.startImport,
  loadImport: organisations.loadImport,
  readImport: organisations.readImport,
  listRejections: organisations.listRejections,
  listOwnFacilities: facilities.listOwnFacilities,
  readFacility: facilities.readFacility,
  editFacility: facilities.editFacility,
  addFacilityPhoto: facilities.addFacilityPhoto,
  removeFacilityPhoto: facilities.removeFacilityPhoto,
  readFacilityPhoto: facilities.readFacilityPhoto,
  reportVacancy: facilities.reportVacancy,
  confirmVacancy: facilities.confirmVacancy,
  facilityHistory: facilities.facilityHistory,
  listStaff: staff.listStaff,
  createStaff: staff.createStaff,
  addMembership: staff.addMembership,
  endMembership: staff.endMembership,
  resetPassword: staff.resetPassword,
  suspendStaff: staff.suspendStaff,
  resumeStaff: staff.resumeStaff,
  leaveNetwork: staff.leaveNetwork,
  searchColleagues: staff.searchColleagues,
  registerPerson: people.registerPerson,
  searchPeople: people.searchPeople,
  readPerson: people.readPerson,
  updatePerson: people.updatePerson,
  listConsents: consent.listConsents,
  recordConsent: consent.recordConsent,
  withdrawConsent: consent.withdrawConsent,
  attachDocument: consent.attachDocument,
  readDocument: consent.readDocument,
  openTeam: teams.openTeam,
  readTeam: teams.readTeam,
  addTeamMember: teams.addTeamMember,
  removeTeamMember: teams.removeTeamMember,
  leaveTeam: teams.leaveTeam,
  convertTeam: teams.convertTeam,
  closeTeam: teams.closeTeam,
  listRooms: teams.listRooms,
  shareHistoryAgain: teams.shareHistoryAgain,
  listRecords: records.listRecords,
  writeRecord: records.writeRecord,
  correctRecord: records.correctRecord,
  cancelRecord: records.cancelRecord,
  readRecordHistory: records.readRecordHistory,
  readCard: emergency.readCard,
  saveCard: emergency.saveCard,
  confirmCard: emergency.confirmCard,
  cardHistory: emergency.cardHistory,
  handOverCard: handover.handOverCard,
  openCardPage: handover.openCardPage,
  previewCardImport: handover.previewCardImport,
  importCard: handover.importCard,
  listAccess: audit.listAccess,
  reviewAudit: audit.reviewAudit,
  checkEnquiryText: asking.checkEnquiryText,
  previewEnquiry: asking.previewEnquiry,
  openNegotiation: asking.openNegotiation,
  addEnquiries: asking.addEnquiries,
  listNegotiations: asking.listNegotiations,
  exportNegotiations: asking.exportNegotiations,
  readNegotiation: asking.readNegotiation,
  actOnEnquiry: asking.actOnEnquiry,
  disclose: asking.disclose,
  draftSummary: asking.draftSummary,
  approveSummary: asking.approveSummary,
  attachCaseDocument: asking.attachCaseDocument,
  listReceivedEnquiries: answering.listReceivedEnquiries,
  exportReceivedEnquiries: answering.exportReceivedEnquiries,
  readEnquiry: answering.readEnquiry,
  answerEnquiry: answering.answerEnquiry,
  readReceivedDocument: answering.readReceivedDocument,
  listDisclosures: asking.listDisclosures,
  listCommands: commands.listCommands,
  searchFacilities: facilitySearch.searchFacilities,
  locateAddress: facilitySearch.locateAddress,
  listSavedSearches: savedSearches.listSavedSearches,
  saveSearch: savedSearches.saveSearch,
  seeSavedSearch: savedSearches.seeSavedSearch,
  endSavedSearch: savedSearches.endSavedSearch,
} as const;

export type Api = typeof api;
export type RouteName = keyof Api;
