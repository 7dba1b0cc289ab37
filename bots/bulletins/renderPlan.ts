import type { RoomNotice } from "@tsunagi/care/rooms/notices";
import type { Label } from "@tsunagi/contracts/text";

type PlanNotice = Extract<RoomNotice, { notice: "bulletinPlan" }>;

const TITLES: Readonly<Record<PlanNotice["state"], Label>> = {
  waiting: { ja: "掲示の承認をお願いします", en: "A bulletin waits for approval" },
  returned: { ja: "掲示が差し戻されました", en: "A bulletin was sent back" },
  scheduled: { ja: "掲示が承認され、予約されました", en: "A bulletin was approved and scheduled" },
};

/** What became of an organisation's own bulletin, for its room. */
export const planWords = ({ state, title, reason }: PlanNotice): [Label, string] => [
  TITLES[state],
  [title, ...(reason ? [`理由：${reason}`] : []), "「掲示板」の「送信前」で確かめられます。"].join("\n"),
];
