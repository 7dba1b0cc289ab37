import { CareError } from "@tsunagi/care/kernel/errors";
import { listRecords } from "@tsunagi/care/records/listRecords";
import { recordKinds } from "@tsunagi/contracts/codes/recordKinds";
import { type Role, roles } from "@tsunagi/contracts/codes/roles";
import type { CareRecordView } from "@tsunagi/contracts/rest/records";
import { choice, date, optional } from "../framework/arguments.ts";
import { command } from "../framework/command.ts";
import { formatTime, startOfDayInJapan, todayInJapan } from "../framework/time.ts";

const MOST = 10;

/** `/records`: the latest records, by kind and day. */
export const records = command({
  name: "records",
  aliases: ["記録一覧", "きろくいちらん"],
  summary: { ja: "最近の記録を表示します", en: "Show the latest records" },
  example: { ja: "/記録一覧 受診結果 2026-11-01", en: "/records visitResult 2026-11-01" },
  requires: "record.read",
  roomKinds: ["team", "watch"],
  arguments: {
    kind: optional(choice(recordKinds, { label: { ja: "種類", en: "Kind" } })),
    since: optional(date({ label: { ja: "この日から", en: "Since" } }, todayInJapan)),
  },
  execute: async ({ unit, room }, { kind, since }) => {
    if (!room.personId) throw new CareError("notFound");
    return listRecords(unit, {
      personId: room.personId,
      kind,
      since: since ? startOfDayInJapan(since) : undefined,
      history: "current",
      limit: MOST,
    });
  },
  render: ({ records: found, more }) => {
    const count = {
      ja: found.length === 0 ? "記録はまだありません" : `記録 ${found.length}件${more ? "（さらにあります）" : ""}`,
      en: found.length === 0 ? "No records yet" : `${found.length} records${more ? " (there are more)" : ""}`,
    };
    return {
      body: [count.ja, ...found.map((record) => `・${headline(record)}\n　${record.text}`)].join("\n"),
      card: {
        kind: "recordList",
        title: count,
        items: found.map((record) => ({
          id: record.id,
          title: headline(record),
          text: record.text,
          ...(record.status === "cancelled" ? { note: "取消" } : {}),
        })),
      },
    };
  },
});

function headline(record: CareRecordView): string {
  const kind = recordKinds.label(record.kind, "ja");
  const role = roles.label(record.author.role as Role, "ja");
  const cancelled = record.status === "cancelled" ? "〔取消〕" : "";
  return `${cancelled}${kind}　${formatTime(record.occurredAt, "ja")}　${record.author.name}（${role}）`;
}
