import { CareError } from "@tsunagi/care/kernel/errors";
import { writeRecord } from "@tsunagi/care/records/writeRecord";
import { findStaffByUser } from "@tsunagi/care/staff/loadActor";
import { recordKinds } from "@tsunagi/contracts/codes/recordKinds";
import { matrixEventId } from "@tsunagi/contracts/ids";
import { choice, longText, optional, reference, unless } from "../framework/arguments.ts";
import { command } from "../framework/command.ts";
import { recordAnswer } from "./renderRecord.ts";

const TEXT_LIMIT = 4000;

/** `/note`: a record of one of the four kinds (R5), from text, a form, or a message in the room. */
export const note = command({
  name: "note",
  aliases: ["記録", "きろく"],
  summary: {
    ja: "記録を書きます（日常生活・受診結果・支援内容・意向）",
    en: "Write a record (daily life, visit to a doctor, support given, wishes)",
  },
  example: { ja: "/記録 日常生活 昼食を全量食べられました", en: "/note dailyLife Ate all of lunch" },
  requires: "record.write",
  roomKinds: ["team", "watch"],
  quotes: "message",
  arguments: {
    kind: choice(recordKinds, { label: { ja: "種類", en: "Kind" } }),
    message: optional(reference("eventId", matrixEventId, { label: { ja: "元のメッセージ", en: "Message" } })),
    text: unless(
      "message",
      longText(TEXT_LIMIT, {
        label: { ja: "内容", en: "Text" },
        placeholder: { ja: "見たこと・聞いたことを書きます", en: "What you saw and heard" },
      }),
    ),
  },
  execute: async ({ unit, room, quoted }, { kind, text, message }) => {
    if (!room.personId) throw new CareError("notFound");
    if (message && !quoted) throw new CareError("notFound");
    const source = quoted ? { roomId: room.matrixRoomId, eventId: quoted.eventId } : undefined;
    const common = { personId: room.personId, kind, source, tellRoom: false };
    // With words of one's own the message is only linked; without, it becomes the record, its sender the author.
    if (text || !quoted) return writeRecord(unit, { ...common, text: text ?? "" });
    const sender = await findStaffByUser(unit.tx, quoted.sender);
    const words = { text: quoted.body, occurredAt: quoted.sentAt };
    return writeRecord(unit, { ...common, ...words, onBehalfOf: sender ?? undefined });
  },
  render: (record) => recordAnswer(record, "written"),
});
