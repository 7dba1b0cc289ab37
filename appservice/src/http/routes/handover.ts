import { createHash } from "node:crypto";
import { type HandedOver, handOver } from "@tsunagi/care/handover/handOver";
import { PAGE_STYLE } from "@tsunagi/care/handover/html/pageStyle";
import { importCard, previewImport } from "@tsunagi/care/handover/importCard";
import type { Care } from "@tsunagi/care/kernel/unit";
import { api } from "@tsunagi/contracts/rest/api";
import { careRoute, type PlainContext, plainRoute, SENT } from "../route.ts";
import { present } from "./session.ts";

/** The page has its style in itself and nothing else: this style and no other, pictures out of the page, no script. */
const styleHash = createHash("sha256").update(PAGE_STYLE).digest("base64");
const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`;

/** The emergency card on paper, as a page, for other systems. */
export const handoverRoutes = (care: Care) => ({
  handOverCard: plainRoute(api.handOverCard, async (context, { params, body }) => {
    const file = await care.asStaff(callerOf(context), (unit) => handOver(unit, { ...params, ...body }));
    return send(context, file, `attachment; filename="${file.fileName}"`);
  }),
  openCardPage: plainRoute(api.openCardPage, async (context, { params }) => {
    const page = await care.asStaff(callerOf(context), (unit) => handOver(unit, { ...params, form: "html" }));
    context.response.setHeader("content-security-policy", PAGE_POLICY);
    return send(context, page, "inline");
  }),
  previewCardImport: careRoute(api.previewCardImport, (unit, { params, bytes }) =>
    previewImport(unit, { ...params, bytes }),
  ),
  importCard: careRoute(api.importCard, (unit, { params, query, bytes }) =>
    importCard(unit, { ...params, ...query, bytes }),
  ),
});

const callerOf = ({ signedIn, correlationId }: PlainContext) => ({
  staffId: present(signedIn).staff.id,
  channel: "web" as const,
  correlationId,
});

function send({ response }: PlainContext, { bytes, mediaType }: HandedOver, disposition: string): typeof SENT {
  response.setHeader("cache-control", "no-store");
  response.setHeader("content-disposition", disposition);
  response.type(mediaType).send(bytes);
  return SENT;
}
