import { readCard } from "@tsunagi/care/emergency/readCard";
import { confirmNewest } from "@tsunagi/care/emergency/saveCard";
import { CareError } from "@tsunagi/care/kernel/errors";
import { cardActs, cardSections } from "@tsunagi/contracts/codes/emergency";
import { choice, optional } from "../framework/arguments.ts";
import { command } from "../framework/command.ts";
import { cardAnswer } from "./renderCard.ts";

/** `/card`: the emergency card in the team's room, to look at and to confirm (R13). It is filled in on the person's page. */
export const card = command({
  name: "card",
  aliases: ["救急カード", "きゅうきゅうかーど"],
  summary: { ja: "救急カードを表示・確認します", en: "Show or confirm the emergency card" },
  example: { ja: "/救急カード 確認", en: "/card confirm" },
  requires: "emergency.read",
  roomKinds: ["team", "watch"],
  arguments: {
    act: optional(choice(cardActs, { label: { ja: "すること", en: "What to do" } })),
    section: optional(choice(cardSections, { label: { ja: "欄", en: "Section" } })),
  },
  execute: async ({ unit, room }, { act, section }) => {
    const { personId } = room;
    if (!personId) throw new CareError("notFound");
    const confirms = act === "confirm";
    return {
      confirms,
      card: await (confirms ? confirmNewest(unit, { personId, section }) : readCard(unit, { personId })),
    };
  },
  render: ({ confirms, card: shown }) => cardAnswer(shown, confirms),
});
