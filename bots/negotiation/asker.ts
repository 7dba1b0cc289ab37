import { type AskerAct, actOnEnquiry } from "@tsunagi/care/negotiation/actOnEnquiry";
import { longText, optional } from "../framework/arguments.ts";
import { type CommandContext, command } from "../framework/command.ts";
import { doneAnswer } from "./renderEnquiry.ts";
import { enquiryHere } from "./room.ts";

const WORDS = 1000;

async function act<Action extends AskerAct["action"]>(context: CommandContext, action: Action, text: string) {
  const enquiryId = await enquiryHere(context);
  await actOnEnquiry(context.unit, { enquiryId, action, text, dates: [], roomType: null, textLookedAt: false });
  return action;
}

/** `/provide` in a negotiation room: what the facility asked for, looked through for names first. */
export const provide = command({
  name: "provide",
  aliases: ["情報回答", "回答"],
  summary: { ja: "求められた追加情報に答えます（お名前は書けません）", en: "Give what was asked for, without names" },
  example: { ja: "/情報回答 胃ろうの交換は来月の予定です", en: "/provide The tube is changed next month" },
  requires: "negotiation.ask",
  roomKinds: ["negotiation"],
  arguments: { text: longText(WORDS, { label: { ja: "回答", en: "Answer" } }) },
  execute: (context, { text }) => act(context, "provideInfo", text),
  render: doneAnswer,
});

export const withdraw = command({
  name: "withdraw",
  aliases: ["取下げ", "取り下げ"],
  summary: { ja: "打診を取下げます（この部屋は閉じます）", en: "Withdraw the enquiry; the room closes" },
  example: { ja: "/取下げ", en: "/withdraw" },
  requires: "negotiation.ask",
  roomKinds: ["negotiation"],
  arguments: { text: optional(longText(WORDS, { label: { ja: "ひとこと", en: "Words" } })) },
  execute: (context, { text }) => act(context, "withdraw", text ?? ""),
  render: doneAnswer,
});
