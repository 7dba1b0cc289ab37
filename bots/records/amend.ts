import { cancelRecord, correctRecord } from "@tsunagi/care/records/amendRecord";
import { recordId } from "@tsunagi/contracts/ids";
import { longText, reference } from "../framework/arguments.ts";
import { command } from "../framework/command.ts";
import { recordAnswer } from "./renderRecord.ts";

const record = reference("recordId", recordId, { label: { ja: "記録", en: "Record" } });

/** `/correct`: a new version of a record; the old one is kept (真正性). */
export const correct = command({
  name: "correct",
  aliases: ["訂正"],
  summary: { ja: "記録を訂正します（前の版は残ります）", en: "Correct a record (the earlier version is kept)" },
  example: { ja: "/訂正 rec_… 夕食を半分食べられました", en: "/correct rec_… Ate half of dinner" },
  requires: "record.amend",
  roomKinds: ["team", "watch"],
  arguments: { record, text: longText(4000, { label: { ja: "正しい内容", en: "Right text" } }) },
  execute: ({ unit }, values) =>
    correctRecord(unit, { recordId: values.record, text: values.text, reason: "", tellRoom: false }),
  render: (result) => recordAnswer(result, "corrected"),
});

/** `/cancel`: 取消 with a reason; the record stays readable, struck out. */
export const cancel = command({
  name: "cancel",
  aliases: ["取消", "取り消し"],
  summary: { ja: "記録を取り消します（内容と理由は残ります）", en: "Cancel a record (text and reason are kept)" },
  example: { ja: "/取消 rec_… 別の方の記録でした", en: "/cancel rec_… It was about somebody else" },
  requires: "record.amend",
  roomKinds: ["team", "watch"],
  arguments: { record, reason: longText(200, { label: { ja: "理由", en: "Reason" } }) },
  execute: ({ unit }, values) =>
    cancelRecord(unit, { recordId: values.record, reason: values.reason, tellRoom: false }),
  render: (result) => recordAnswer(result, "cancelled"),
});
