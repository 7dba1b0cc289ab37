import { handOver } from "@tsunagi/care/handover/handOver";
import { importCard, previewImport } from "@tsunagi/care/handover/importCard";
import type { Care } from "@tsunagi/care/kernel/unit";
import { api } from "@tsunagi/contracts/rest/api";
import { careRoute, plainRoute } from "../route.ts";
import { asDownload, sendFile, sendPage } from "./madeFile.ts";
import { callerOf } from "./session.ts";

/** The emergency card on paper, as a page, for other systems. */
export const handoverRoutes = (care: Care) => ({
  handOverCard: plainRoute(api.handOverCard, async (context, { params, body }) => {
    const file = await care.asStaff(callerOf(context), (unit) => handOver(unit, { ...params, ...body }));
    return sendFile(context, file, asDownload(file));
  }),
  openCardPage: plainRoute(api.openCardPage, async (context, { params }) => {
    const page = await care.asStaff(callerOf(context), (unit) => handOver(unit, { ...params, form: "html" }));
    return sendPage(context, page);
  }),
  previewCardImport: careRoute(api.previewCardImport, (unit, { params, bytes }) =>
    previewImport(unit, { ...params, bytes }),
  ),
  importCard: careRoute(api.importCard, (unit, { params, query, bytes }) =>
    importCard(unit, { ...params, ...query, bytes }),
  ),
});
