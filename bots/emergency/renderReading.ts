import type { RoomNotice } from "@tsunagi/care/rooms/notices";
import { emergencyReasons } from "@tsunagi/contracts/codes/emergency";
import { roles } from "@tsunagi/contracts/codes/roles";
import type { Label } from "@tsunagi/contracts/text";
import { formatTime } from "../framework/time.ts";

/** Somebody outside the team has opened the card: who, where, when, why. Nothing of what stands on it. */
export function readingWords({
  by,
  reason,
  consented,
  at,
  until,
}: Extract<RoomNotice, { notice: "emergencyRead" }>): [title: Label, text: string] {
  return [
    { ja: "チームの外の方が救急カードを開きました", en: "Somebody outside the team opened the emergency card" },
    [
      `開いた人：${by.name}さん（${roles.label(by.role, "ja")}・${by.organisationName}）`,
      `理由：${emergencyReasons.label(reason, "ja")}`,
      consented ? "「救急時の閲覧」の同意：あり" : "「救急時の閲覧」の同意：なし（命の危険のための閲覧）",
      `閲覧できる時間：${formatTime(at, "ja")}から${formatTime(until, "ja")}まで`,
      "閲覧は記録され、管理者が確認します。",
    ].join("\n"),
  ];
}
