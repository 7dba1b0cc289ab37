import type { Care } from "@tsunagi/care/kernel/unit";
import { readDuty, saveDuty } from "@tsunagi/care/organisations/duty/duty";
import { listRejections, loadImport, readImport, startImport } from "@tsunagi/care/organisations/imports/imports";
import { createOrganisation, listOrganisations } from "@tsunagi/care/organisations/listOrganisations";
import { createStaff } from "@tsunagi/care/staff/createStaff";
import { listStaff, searchColleagues } from "@tsunagi/care/staff/listStaff";
import { addMembership, endMembership } from "@tsunagi/care/staff/memberships";
import { leaveNetwork, resetPassword, resumeStaff, suspendStaff } from "@tsunagi/care/staff/suspension";
import { api } from "@tsunagi/contracts/rest/api";
import { careRoute, plainRoute } from "../route.ts";
import { callerOf } from "./session.ts";

/** Organisations and their staff. */
export const organisationRoutes = (care: Care) => ({
  listOrganisations: careRoute(api.listOrganisations, (unit, { query }) => listOrganisations(unit, query)),
  createOrganisation: careRoute(api.createOrganisation, (unit, { body }) => createOrganisation(unit, body)),
  startImport: careRoute(api.startImport, (unit, { body }) => startImport(unit, body)),
  loadImport: plainRoute(api.loadImport, (context, { params }) =>
    loadImport(care, callerOf(context), { ...params, bytes: context.request }),
  ),
  readImport: careRoute(api.readImport, (unit, { params }) => readImport(unit, params)),
  listRejections: careRoute(api.listRejections, (unit, { params, query }) =>
    listRejections(unit, { ...params, ...query }),
  ),
  readDuty: careRoute(api.readDuty, (unit, { params }) => readDuty(unit, params)),
  saveDuty: careRoute(api.saveDuty, (unit, { params, body }) => saveDuty(unit, { ...params, ...body })),
  listStaff: careRoute(api.listStaff, (unit, { params }) => listStaff(unit, params)),
  createStaff: careRoute(api.createStaff, (unit, { params, body }) => createStaff(unit, { ...params, ...body })),
  addMembership: careRoute(api.addMembership, (unit, { params, body }) => addMembership(unit, { ...params, ...body })),
  endMembership: careRoute(api.endMembership, (unit, { params }) => endMembership(unit, params)),
  resetPassword: careRoute(api.resetPassword, (unit, { params }) => resetPassword(unit, params)),
  suspendStaff: careRoute(api.suspendStaff, (unit, { params, body }) => suspendStaff(unit, { ...params, ...body })),
  resumeStaff: careRoute(api.resumeStaff, (unit, { params }) => resumeStaff(unit, params)),
  leaveNetwork: careRoute(api.leaveNetwork, (unit, { params }) => leaveNetwork(unit, params)),
  searchColleagues: careRoute(api.searchColleagues, (unit, { body }) => searchColleagues(unit, body)),
});
