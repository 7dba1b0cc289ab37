import type { Care } from "@tsunagi/care/kernel/unit";
import { actOnEnquiry } from "@tsunagi/care/negotiation/actOnEnquiry";
import { answerEnquiry } from "@tsunagi/care/negotiation/answerEnquiry";
import { listNegotiations, listReceivedEnquiries } from "@tsunagi/care/negotiation/board";
import { checkEnquiryText, previewEnquiry } from "@tsunagi/care/negotiation/checkText";
import { disclose } from "@tsunagi/care/negotiation/disclose";
import { attachCaseDocument } from "@tsunagi/care/negotiation/documents/attach";
import { approveSummary, draftSummary } from "@tsunagi/care/negotiation/documents/summary";
import { exportNegotiations, exportReceivedEnquiries } from "@tsunagi/care/negotiation/exportCsv";
import { addEnquiries, openNegotiation } from "@tsunagi/care/negotiation/openNegotiation";
import { listDisclosures, readNegotiation } from "@tsunagi/care/negotiation/viewCase";
import { readEnquiry, readReceivedDocument } from "@tsunagi/care/negotiation/viewReceived";
import { api } from "@tsunagi/contracts/rest/api";
import type { Response } from "express";
import { careRoute, plainRoute, SENT } from "../route.ts";
import { callerOf } from "./session.ts";

/** Enquiries to facilities: the asker's routes, then the facility's. */
export const negotiationRoutes = (care: Care) => ({
  checkEnquiryText: careRoute(api.checkEnquiryText, (unit, { params, body }) =>
    checkEnquiryText(unit, { ...params, ...body }),
  ),
  previewEnquiry: careRoute(api.previewEnquiry, (unit, { params, body }) =>
    previewEnquiry(unit, { ...params, ...body }),
  ),
  openNegotiation: careRoute(api.openNegotiation, (unit, { body }) => openNegotiation(unit, body)),
  addEnquiries: careRoute(api.addEnquiries, (unit, { params, body }) => addEnquiries(unit, { ...params, ...body })),
  listNegotiations: careRoute(api.listNegotiations, (unit, { query }) => listNegotiations(unit, query)),
  exportNegotiations: plainRoute(api.exportNegotiations, async (context) =>
    sendCsv(context.response, await care.asStaff(callerOf(context), exportNegotiations), "negotiations"),
  ),
  readNegotiation: careRoute(api.readNegotiation, (unit, { params }) => readNegotiation(unit, params)),
  actOnEnquiry: careRoute(api.actOnEnquiry, (unit, { params, body }) => actOnEnquiry(unit, { ...params, ...body })),
  disclose: careRoute(api.disclose, (unit, { params, body }) => disclose(unit, { ...params, ...body })),
  draftSummary: careRoute(api.draftSummary, (unit, { params, body }) => draftSummary(unit, { ...params, ...body })),
  approveSummary: careRoute(api.approveSummary, (unit, { params, body }) =>
    approveSummary(unit, { ...params, ...body }),
  ),
  attachCaseDocument: careRoute(api.attachCaseDocument, (unit, { params, query, bytes }) =>
    attachCaseDocument(unit, { ...params, ...query, bytes }),
  ),
  listDisclosures: careRoute(api.listDisclosures, (unit, { params }) => listDisclosures(unit, params)),
  listReceivedEnquiries: careRoute(api.listReceivedEnquiries, (unit, { query }) => listReceivedEnquiries(unit, query)),
  exportReceivedEnquiries: plainRoute(api.exportReceivedEnquiries, async (context) =>
    sendCsv(context.response, await care.asStaff(callerOf(context), exportReceivedEnquiries), "enquiries"),
  ),
  readEnquiry: careRoute(api.readEnquiry, (unit, { params }) => readEnquiry(unit, params)),
  answerEnquiry: careRoute(api.answerEnquiry, (unit, { params, body }) => answerEnquiry(unit, { ...params, ...body })),
  readReceivedDocument: plainRoute(api.readReceivedDocument, async (context, { params }) => {
    const work = care.asStaff(callerOf(context), (unit) => readReceivedDocument(unit, params));
    const { mediaType, bytes } = await work;
    context.response.setHeader("cache-control", "no-store");
    context.response.setHeader("content-disposition", "inline");
    context.response.type(mediaType).send(bytes);
    return SENT;
  }),
});

function sendCsv(response: Response, text: string, name: string): typeof SENT {
  response.setHeader("cache-control", "no-store");
  response.setHeader("content-disposition", `attachment; filename="${name}.csv"`);
  response.type("text/csv; charset=utf-8").send(text);
  return SENT;
}
