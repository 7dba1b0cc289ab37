import type { NamedMember, RoomNotice } from "@tsunagi/care/rooms/notices";
import { incidentActs } from "@tsunagi/contracts/codes/incident";
import { noticeKinds } from "@tsunagi/contracts/codes/notices";
import { roles } from "@tsunagi/contracts/codes/roles";
import { URGENT_MARK } from "@tsunagi/contracts/events";
import type { Label } from "@tsunagi/contracts/text";
import { bulletinCard } from "../bulletins/renderBulletin.ts";
import { planWords } from "../bulletins/renderPlan.ts";
import { cardReminder } from "../emergency/renderCard.ts";
import { readingWords } from "../emergency/renderReading.ts";
import { vacancyCheck } from "../facilities/renderVacancy.ts";
import type { Answer } from "../framework/command.ts";
import { formatTime } from "../framework/time.ts";
import { renderNews, renderOpened, renderReminder, renderStep } from "../negotiation/renderEnquiry.ts";
import { recordAnswer } from "../records/renderRecord.ts";

/** What the hub tells a room by itself, as a message. */
export function renderNotice(notice: RoomNotice): Answer {
  switch (notice.notice) {
    case "recordWritten":
      return recordAnswer(notice.record, "written");
    case "recordCorrected":
      return recordAnswer(notice.record, "corrected");
    case "recordCancelled":
      return recordAnswer(notice.record, "cancelled");
    case "enquiryOpened":
      return renderOpened(notice);
    case "enquiryStep":
      return renderStep(notice);
    case "enquiryReminder":
      return renderReminder(notice);
    case "enquiryNews":
      return renderNews(notice);
    case "vacancyCheck":
      return vacancyCheck(notice);
    case "bulletin":
      return bulletinCard(notice.bulletin);
    case "cardUnconfirmed":
      return cardReminder(notice.days);
    case "noticeUnseen":
      return { ...plain(...unseen(notice)), mentions: notice.users };
    default:
      return plain(...wording(notice));
  }
}

type Cards = "recordWritten" | "recordCorrected" | "recordCancelled" | "cardUnconfirmed" | "noticeUnseen";
type EnquiryCards = "enquiryOpened" | "enquiryStep" | "enquiryReminder" | "enquiryNews";
type Plain = Exclude<RoomNotice, { notice: Cards | EnquiryCards | "vacancyCheck" | "bulletin" }>;

function wording(notice: Plain): [title: Label, text?: string | undefined] {
  switch (notice.notice) {
    case "teamOpened":
      return opened(notice);
    case "memberAdded":
      return [
        { ja: `${name(notice.member, "ja")}が参加しました`, en: `${name(notice.member, "en")} joined the team` },
        `追加：${name(notice.by, "ja")}`,
      ];
    case "memberLeft":
      return [
        { ja: `${name(notice.member, "ja")}がチームを離れました`, en: `${name(notice.member, "en")} left the team` },
        notice.by ? `外した人：${name(notice.by, "ja")}` : undefined,
      ];
    case "converted":
      return [
        { ja: "見守りチームからケアチームになりました", en: "The watch-over team is a care team now" },
        `サービス開始：${name(notice.by, "ja")}\nこれまでの記録と会話は、新しい参加者もご覧になれます。`,
      ];
    case "closed":
      return closed(notice);
    case "facilityOpened":
      return [
        { ja: `${notice.organisationName}の部屋です`, en: `This is the room of ${notice.organisationName}` },
        "職員どうしの連絡と、つなぎからのお知らせに使います。",
      ];
    case "incident":
      return [
        {
          ja: `${incidentActs.label(notice.act, "ja")}（搬送 ${notice.code}）`,
          en: `${incidentActs.label(notice.act, "en")} (transport ${notice.code})`,
        },
        notice.text || undefined,
      ];
    case "bulletinPlan":
      return planWords(notice);
    case "deviceTrouble":
      return [
        {
          ja: `${name(notice.member, "ja")}の端末が確認できないため、この部屋から外しました`,
          en: `${name(notice.member, "en")} was taken out of this room: their device could not be verified`,
        },
        "事業所の管理者が端末を承認すると戻ります。心当たりのない連絡には返信しないでください。",
      ];
    case "emergencyRead":
      return readingWords(notice);
    case "unreadable":
      return [
        { ja: "読み取れなかったメッセージがあります", en: "A message could not be read" },
        `${formatTime(notice.sentAt, "ja")}のメッセージの鍵が届きませんでした。コマンドだった場合は、もう一度送ってください。`,
      ];
  }
}

const unseen = ({ kind, names }: Extract<RoomNotice, { notice: "noticeUnseen" }>): [Label, string] => [
  { ja: `${URGENT_MARK}まだ見られていないお知らせがあります`, en: "Urgent: a notice has not been seen yet" },
  [
    `種類：${noticeKinds.label(kind, "ja")}`,
    `まだの方：${names.map((one) => `${one}さん`).join("、")}`,
    "つなぎを開いて確かめてください。ご本人が対応できないときは、当番の方がお願いします。",
  ].join("\n"),
];

const opened = ({ personName, watch, by }: Extract<Plain, { notice: "teamOpened" }>): [Label, string] => [
  watch
    ? { ja: `${personName}さんの見守りチームです`, en: `The watch-over team of ${personName}` }
    : { ja: `${personName}さんのケアチームです`, en: `The care team of ${personName}` },
  [
    `開設：${name(by, "ja")}`,
    "ご本人・ご家族の同意にもとづいて開設しました。会話と記録は暗号化され、参加者だけが読めます。",
    "記録は「/記録 日常生活 …」、使い方は「/ヘルプ」。",
  ].join("\n"),
];

const closed = ({ withdrawn, reason }: Extract<Plain, { notice: "closed" }>): [Label, string] =>
  withdrawn
    ? [
        { ja: "同意が撤回されたため、チームを終了しました", en: "The team is closed: consent was withdrawn" },
        "これより後の共有は行われません。",
      ]
    : [{ ja: "チームを終了しました", en: "The team is closed" }, `理由：${reason}`];

const name = (member: NamedMember, language: "ja" | "en"): string =>
  language === "ja"
    ? `${member.name}さん（${roles.label(member.role, "ja")}・${member.organisationName}）`
    : `${member.name} (${roles.label(member.role, "en")}, ${member.organisationName})`;

function plain(title: Label, text?: string): Answer {
  return {
    body: text ? `${title.ja}\n${text}` : title.ja,
    card: { kind: "notice", title: { ja: clip(title.ja), en: clip(title.en) }, ...(text ? { text } : {}) },
  };
}

const clip = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
