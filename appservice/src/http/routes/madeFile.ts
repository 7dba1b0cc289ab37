import { createHash } from "node:crypto";
import type { HandedOver } from "@tsunagi/care/handover/handOver";
import { PAGE_STYLE } from "@tsunagi/care/handover/html/pageStyle";
import { type PlainContext, SENT } from "../route.ts";

/** The page has its style in itself and nothing else: this style and no other, pictures out of the page, no script. */
const styleHash = createHash("sha256").update(PAGE_STYLE).digest("base64");
const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`;

/** A file of the hub's own making goes out: never kept on its way. */
export function sendFile(
  { response }: PlainContext,
  { bytes, mediaType }: HandedOver,
  disposition: string,
): typeof SENT {
  response.setHeader("cache-control", "no-store");
  response.setHeader("content-disposition", disposition);
  response.type(mediaType).send(bytes);
  return SENT;
}

export const asDownload = ({ fileName }: HandedOver): string => `attachment; filename="${fileName}"`;

/** Shows a page in the browser, with nothing allowed but its own style. */
export function sendPage(context: PlainContext, page: HandedOver): typeof SENT {
  context.response.setHeader("content-security-policy", PAGE_POLICY);
  return sendFile(context, page, "inline");
}
