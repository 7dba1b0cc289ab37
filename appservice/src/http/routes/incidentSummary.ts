import { readSummary, saveSummary } from "@tsunagi/care/incident/summary/readSummary";
import type { Care } from "@tsunagi/care/kernel/unit";
import { api } from "@tsunagi/contracts/rest/api";
import { careRoute, plainRoute } from "../route.ts";
import { asDownload, sendFile, sendPage } from "./madeFile.ts";
import { callerOf } from "./session.ts";

/** What is handed over at the end of a transport, for both sides. */
export const incidentSummaryRoutes = (care: Care) => ({
  readIncidentSummary: careRoute(api.readIncidentSummary, (unit, { params }) => readSummary(unit, params)),
  saveIncidentSummary: plainRoute(api.saveIncidentSummary, async (context, { params, body }) => {
    const file = await care.asStaff(callerOf(context), (unit) => saveSummary(unit, { ...params, ...body }));
    return sendFile(context, file, asDownload(file));
  }),
  openIncidentSummaryPage: plainRoute(api.openIncidentSummaryPage, async (context, { params }) => {
    const page = await care.asStaff(callerOf(context), (unit) => saveSummary(unit, { ...params, form: "html" }));
    return sendPage(context, page);
  }),
});
