import { recordKinds } from "@tsunagi/contracts/codes/recordKinds";
import { type Role, roles } from "@tsunagi/contracts/codes/roles";
import type { CardInput } from "@tsunagi/contracts/events";
import type { CareRecordView } from "@tsunagi/contracts/rest/records";
import type { Answer } from "../framework/command.ts";
import { formatTime } from "../framework/time.ts";

type Headline = { readonly ja: string; readonly en: string };

const HEADLINES = {
  written: { ja: "記録しました", en: "Recorded" },
  corrected: { ja: "訂正しました", en: "Corrected" },
  cancelled: { ja: "取消しました", en: "Cancelled" },
} as const satisfies Record<string, Headline>;

/** One record as a card: kind, text, who and when, and what can be done with it. */
export function recordAnswer(record: CareRecordView, did: keyof typeof HEADLINES): Answer {
  const kind = { ja: recordKinds.label(record.kind, "ja"), en: recordKinds.label(record.kind, "en") };
  const headline = HEADLINES[did];
  const facts = recordFacts(record);
  const body = [
    `【${kind.ja}】${headline.ja}`,
    record.text,
    ...facts.map(({ label, value }) => `${label.ja}：${value.ja}`),
  ].join("\n");
  return {
    body,
    card: {
      kind: "record",
      title: { ja: `${kind.ja}｜${headline.ja}`, en: `${kind.en} | ${headline.en}` },
      text: record.text,
      facts,
      actions: record.status === "current" ? actionsFor(record) : [],
      recordId: record.id,
    },
  };
}

function recordFacts(record: CareRecordView): NonNullable<CardInput["facts"]> {
  const { author, enteredBy, version, reason } = record;
  const role = (language: "ja" | "en") => roles.label(author.role as Role, language);
  return [
    {
      label: { ja: "記録者", en: "Author" },
      value: {
        ja: `${author.name}（${role("ja")}・${author.organisationName}）`,
        en: `${author.name} (${role("en")}, ${author.organisationName})`,
      },
    },
    ...(enteredBy
      ? [{ label: { ja: "入力者", en: "Entered by" }, value: { ja: enteredBy.name, en: enteredBy.name } }]
      : []),
    {
      label: { ja: "日時", en: "Time" },
      value: { ja: formatTime(record.occurredAt, "ja"), en: formatTime(record.occurredAt, "en") },
    },
    ...(version > 1 ? [{ label: { ja: "版", en: "Version" }, value: { ja: `第${version}版`, en: `${version}` } }] : []),
    ...(reason ? [{ label: { ja: "理由", en: "Reason" }, value: { ja: reason, en: reason } }] : []),
  ];
}

const actionsFor = (record: CareRecordView): NonNullable<CardInput["actions"]> => [
  { label: { ja: "訂正する", en: "Correct" }, command: "correct", arguments: { record: record.id } },
  { label: { ja: "取消する", en: "Cancel it" }, command: "cancel", arguments: { record: record.id }, style: "danger" },
];
