import { complaints } from "@tsunagi/contracts/codes/incident";
import { sexes } from "@tsunagi/contracts/codes/levels";
import { ageBands } from "@tsunagi/contracts/codes/negotiation";
import type { IncidentSummary } from "@tsunagi/contracts/rest/incidentSummary";
import { birthText, clockText, momentText } from "../../handover/dates.ts";
import type { SheetBlock } from "../../handover/sheet.ts";
import { entryInWords } from "../inWords.ts";

type Line = readonly [label: string, ...texts: string[]];

const block = (title: string, lines: readonly Line[]): SheetBlock => ({
  title,
  alert: false,
  known: lines.map(([label, ...texts]) => ({ label, values: texts.map((text) => ({ text, phones: [] })) })),
  none: [],
  unknown: [],
  blank: false,
});

/** The summary in words, part by part, for paper and for a page. */
export function blocksOf(summary: IncidentSummary): SheetBlock[] {
  const { sheet, person, entries } = summary;
  const standing = entries.filter(({ cancelled }) => !cancelled);
  const cancelled = entries.filter((one) => one.cancelled);
  return [
    block("傷病者", [
      [
        "氏名",
        person ? `${person.familyName} ${person.givenName}（${person.familyKana} ${person.givenKana}）` : "不明",
      ],
      ...(person ? ([["生年月日", birthText(person.birthDate)]] as const) : []),
      ["年代", sheet.ageBand ? ageBands.label(sheet.ageBand, "ja") : "不明"],
      ["性別", sheet.sex ? sexes.label(sheet.sex, "ja") : "不明"],
      ["主な症状", complaints.label(sheet.complaint, "ja")],
    ]),
    block("搬送", [
      ["救急隊", summary.crew],
      ["搬送先", summary.hospital ?? "決めずに終わりました"],
      ["照会した病院", `${summary.hospitalsAsked}か所`],
      ["開始", momentText(new Date(summary.openedAt))],
      ...(summary.confirmedAt ? ([["受入可の回答", momentText(new Date(summary.confirmedAt))]] as const) : []),
      ["引き継ぎ", `${momentText(new Date(summary.closedAt))}　${summary.closedBy}`],
      ["写真・動画", `写真${summary.photos}枚、動画${summary.videos}本（この書類には入っていません）`],
    ]),
    timeline("経過", standing),
    ...(cancelled.length > 0 ? [timeline("取消した記録", cancelled)] : []),
  ];
}

const timeline = (title: string, entries: IncidentSummary["entries"]): SheetBlock => ({
  ...block(
    title,
    entries.map(
      ({ occurredAt, content, by }) =>
        [clockText(new Date(occurredAt)), `${entryInWords(content)}　（${by}）`] as const,
    ),
  ),
  ...(entries.length === 0 ? { note: "記録はありません。" } : {}),
});
