import { writeItem } from "@tsunagi/care/emergency/writeItem";
import { CareError } from "@tsunagi/care/kernel/errors";
import { cardItems } from "@tsunagi/contracts/codes/emergency";
import { choice, longText } from "../framework/arguments.ts";
import { command } from "../framework/command.ts";
import { cardAnswer } from "./renderCard.ts";

const MOST_LETTERS = 300;

/** `/cardset`: writes one item of the emergency card in words (R13); `/card confirm` says afterwards that it is right. */
export const cardSet = command({
  name: "cardset",
  aliases: ["救急カード記入", "きゅうきゅうかーどきにゅう"],
  summary: {
    ja: "救急カードの項目を1つ書きます（なし・不明も書けます）",
    en: "Write one item of the emergency card (none and unknown too)",
  },
  example: { ja: "/救急カード記入 アレルギー そば", en: "/cardset allergies buckwheat" },
  requires: "emergency.edit",
  roomKinds: ["team", "watch"],
  arguments: {
    item: choice(cardItems, { label: { ja: "項目", en: "Item" } }),
    text: longText(MOST_LETTERS, { label: { ja: "内容", en: "Answer" } }),
  },
  execute: async ({ unit, room }, { item, text }) => {
    const { personId } = room;
    if (!personId) throw new CareError("notFound");
    return writeItem(unit, { personId, item, text });
  },
  render: (card) => cardAnswer(card, false),
});
