import { type SummaryForm, summaryFileName } from "@tsunagi/contracts/codes/incident";
import { dayInJapan } from "@tsunagi/contracts/japan";
import type { IncidentSummary } from "@tsunagi/contracts/rest/incidentSummary";
import { momentText } from "../../handover/dates.ts";
import type { HandedOver } from "../../handover/handOver.ts";
import { escaped } from "../../handover/html/escape.ts";
import { blockHtml, pageHtml } from "../../handover/html/pageHtml.ts";
import { Flow, MARGIN, WIDTH } from "../../handover/pdf/flow.ts";
import { Paper } from "../../handover/pdf/paper.ts";
import { blocksOf } from "./blocks.ts";

const TITLE = "搬送のまとめ";

/** The summary as a file, made in memory. @param until when it can no longer be taken */
export async function summaryFile(
  summary: IncidentSummary,
  until: string,
  form: SummaryForm,
  now: Date,
): Promise<HandedOver> {
  const fileName = summaryFileName(form, summary.code, dayInJapan(now));
  const ends = `${momentText(new Date(until))}を過ぎると、つなぎから消去されます。`;
  if (form === "html") {
    const bytes = Buffer.from(summaryHtml(summary, ends), "utf8");
    return { bytes, mediaType: "text/html; charset=utf-8", fileName };
  }
  return { bytes: await summaryPdf(summary, ends, now), mediaType: "application/pdf", fileName };
}

function summaryHtml(summary: IncidentSummary, ends: string): string {
  const head = `<header><div class="who"><h1>${TITLE}</h1><p class="name">${escaped(summary.code)}</p></div></header>`;
  return pageHtml({
    title: TITLE,
    main: [head, ...blocksOf(summary).map(blockHtml)].join("\n"),
    foot: `<p>個人情報です。用がすんだらこのファイルを消してください。${escaped(ends)}</p>`,
  });
}

async function summaryPdf(summary: IncidentSummary, ends: string, now: Date): Promise<Buffer> {
  const paper = await Paper.open(TITLE, now);
  let y = MARGIN;
  y += paper.write("H1", TITLE, { x: MARGIN, y, width: WIDTH }, { size: 13, bold: true }) + 2;
  y += paper.write("P", summary.code, { x: MARGIN, y, width: WIDTH }, { size: 20, bold: true }) + 8;
  const flow = new Flow(paper, y);
  for (const block of blocksOf(summary)) flow.block(block);
  return flow.finish({
    first: `${TITLE}　${summary.code}`,
    second: `${ends}個人情報です。使い終わったら裁断してください。`,
  });
}
