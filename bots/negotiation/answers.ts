import { answerEnquiry, type FacilityAction } from "@tsunagi/care/negotiation/answerEnquiry";
import { type DeclineReason, declineReasons } from "@tsunagi/contracts/codes/negotiation";
import type { Label } from "@tsunagi/contracts/text";
import { choice, longText, optional } from "../framework/arguments.ts";
import { type CommandContext, command } from "../framework/command.ts";
import { doneAnswer } from "./renderEnquiry.ts";
import { enquiryHere } from "./room.ts";

const WORDS = 1000;

interface Said {
  readonly text?: string | undefined;
  readonly reason?: DeclineReason;
  readonly dates?: readonly string[];
}

async function answer<Action extends FacilityAction>(
  context: CommandContext,
  action: Action,
  { text = "", reason, dates = [] }: Said = {},
): Promise<Action> {
  const enquiryId = await enquiryHere(context);
  await answerEnquiry(context.unit, { enquiryId, action, text, reason: reason ?? null, dates });
  return action;
}

const words = (ja: string, en: string, example: Label) => longText(WORDS, { label: { ja, en }, placeholder: example });

/** `/accept` in a negotiation room: the facility can take the person. */
export const accept = command({
  name: "accept",
  aliases: ["受入可", "受け入れ可"],
  summary: { ja: "打診に「受入可」と答えます", en: "Answer an enquiry: can accept" },
  example: { ja: "/受入可", en: "/accept" },
  requires: "negotiation.answer",
  roomKinds: ["negotiation"],
  arguments: {
    text: optional(
      words("ひとこと", "Words", { ja: "例：個室に1名分の空きがあります", en: "One private room is free" }),
    ),
  },
  execute: (context, { text }) => answer(context, "accept", { text }),
  render: doneAnswer,
});

export const conditional = command({
  name: "conditional",
  aliases: ["条件付き可", "条件付可"],
  summary: { ja: "打診に「条件付き可」と、その条件を答えます", en: "Answer an enquiry: can accept on conditions" },
  example: { ja: "/条件付き可 インスリンが朝夕の2回までなら", en: "/conditional Insulin twice a day at most" },
  requires: "negotiation.answer",
  roomKinds: ["negotiation"],
  arguments: {
    text: words("条件", "Conditions", { ja: "例：インスリンが朝夕の2回までなら", en: "Insulin twice a day at most" }),
  },
  execute: (context, { text }) => answer(context, "conditional", { text }),
  render: doneAnswer,
});

export const discuss = command({
  name: "discuss",
  aliases: ["要相談"],
  summary: { ja: "打診に「要相談」と答えます", en: "Answer an enquiry: to be discussed" },
  example: { ja: "/要相談 夜間の吸引の回数を伺いたいです", en: "/discuss How often is suction needed at night?" },
  requires: "negotiation.answer",
  roomKinds: ["negotiation"],
  arguments: {
    text: optional(words("相談したいこと", "What about", { ja: "例：夜間の吸引について", en: "Suction at night" })),
  },
  execute: (context, { text }) => answer(context, "discuss", { text }),
  render: doneAnswer,
});

export const waitlist = command({
  name: "waitlist",
  aliases: ["待機"],
  summary: { ja: "打診に「待機」と答えます", en: "Answer an enquiry: waiting list" },
  example: { ja: "/待機 3番目、2か月ほど", en: "/waitlist Third, about two months" },
  requires: "negotiation.answer",
  roomKinds: ["negotiation"],
  arguments: { text: optional(words("順番・見込み", "Place and outlook", { ja: "例：3番目", en: "Third" })) },
  execute: (context, { text }) => answer(context, "waitlist", { text }),
  render: doneAnswer,
});

export const decline = command({
  name: "decline",
  aliases: ["受入不可", "受け入れ不可"],
  summary: { ja: "打診に「受入不可」と、その理由を答えます", en: "Answer an enquiry: cannot accept, and why" },
  example: { ja: "/受入不可 満床・満室", en: "/decline full" },
  requires: "negotiation.answer",
  roomKinds: ["negotiation"],
  arguments: {
    reason: choice(declineReasons, { label: { ja: "理由", en: "Reason" } }),
    text: optional(words("補足", "Words", { ja: "例：来月なら空く見込みです", en: "Perhaps next month" })),
  },
  execute: (context, { reason, text }) => answer(context, "decline", { reason, text }),
  render: doneAnswer,
});

export const info = command({
  name: "info",
  aliases: ["追加情報", "追加情報依頼"],
  summary: { ja: "判断に必要な追加情報を求めます", en: "Ask for what you need to decide" },
  example: { ja: "/追加情報 胃ろうの交換時期を教えてください", en: "/info When is the tube changed next?" },
  requires: "negotiation.answer",
  roomKinds: ["negotiation"],
  arguments: {
    text: words("知りたいこと", "What you need", { ja: "例：胃ろうの交換時期", en: "When is the tube changed?" }),
  },
  execute: (context, { text }) => answer(context, "requestInfo", { text }),
  render: doneAnswer,
});

const MOST_DAYS = 5;

export const visit = command({
  name: "visit",
  aliases: ["面談", "見学"],
  summary: { ja: "面談・見学の候補日を出します", en: "Propose days for an interview or a visit" },
  example: { ja: "/面談 11月28日 14時、11月30日 10時", en: "/visit 28 Nov 14:00, 30 Nov 10:00" },
  requires: "negotiation.answer",
  roomKinds: ["negotiation"],
  arguments: {
    days: words("候補日（「、」で区切ります）", "Days, separated by commas", {
      ja: "例：11月28日 14時、11月30日 10時",
      en: "28 Nov 14:00, 30 Nov 10:00",
    }),
  },
  execute: (context, { days }) => answer(context, "proposeVisit", { dates: daysIn(days) }),
  render: doneAnswer,
});

const DAY_LENGTH = 60;
const daysIn = (text: string): string[] =>
  text
    .split(/[、,，\n]/)
    .map((day) => day.trim().slice(0, DAY_LENGTH))
    .filter((day) => day !== "")
    .slice(0, MOST_DAYS);
