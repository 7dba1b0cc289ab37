import { listAccess, reviewAudit } from "@tsunagi/care/audit/view";
import { attachDocument, readDocument } from "@tsunagi/care/consent/documents";
import { listConsents } from "@tsunagi/care/consent/listConsents";
import { recordConsent } from "@tsunagi/care/consent/recordConsent";
import { withdrawConsent } from "@tsunagi/care/consent/withdrawConsent";
import type { Care } from "@tsunagi/care/kernel/unit";
import { readPerson } from "@tsunagi/care/people/readPerson";
import { registerPerson } from "@tsunagi/care/people/registerPerson";
import { searchPeople } from "@tsunagi/care/people/searchPeople";
import { updatePerson } from "@tsunagi/care/people/updatePerson";
import { api } from "@tsunagi/contracts/rest/api";
import { careRoute, plainRoute, SENT } from "../route.ts";
import { callerOf } from "./session.ts";

/** People, their consents and documents, and who looked at them. */
export const peopleRoutes = (care: Care) => ({
  registerPerson: careRoute(api.registerPerson, (unit, { body }) => registerPerson(unit, body)),
  searchPeople: careRoute(api.searchPeople, async (unit, { body }) => ({ people: await searchPeople(unit, body) })),
  readPerson: careRoute(api.readPerson, (unit, { params }) => readPerson(unit, params)),
  updatePerson: careRoute(api.updatePerson, (unit, { params, body }) =>
    updatePerson(unit, { ...params, person: body }),
  ),
  listConsents: careRoute(api.listConsents, (unit, { params }) => listConsents(unit, params)),
  recordConsent: careRoute(api.recordConsent, (unit, { params, body }) =>
    recordConsent(unit, { ...params, consent: body }),
  ),
  withdrawConsent: careRoute(api.withdrawConsent, (unit, { params, body }) =>
    withdrawConsent(unit, { ...params, ...body }),
  ),
  attachDocument: careRoute(api.attachDocument, (unit, { params, bytes }) =>
    attachDocument(unit, { ...params, bytes }),
  ),
  readDocument: plainRoute(api.readDocument, async (context, { params }) => {
    const { response } = context;
    const { mediaType, bytes } = await care.asStaff(callerOf(context), (unit) => readDocument(unit, params));
    response.setHeader("cache-control", "no-store");
    response.setHeader("content-disposition", "inline");
    response.type(mediaType).send(bytes);
    return SENT;
  }),
  listAccess: careRoute(api.listAccess, (unit, { params, query }) => listAccess(unit, { ...params, ...query })),
  reviewAudit: careRoute(api.reviewAudit, (unit, { params, query }) => reviewAudit(unit, { ...params, ...query })),
});
