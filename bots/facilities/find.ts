import { findForPerson } from "@tsunagi/care/facilities/search/findForPerson";
import { CareError } from "@tsunagi/care/kernel/errors";
import { facilityNeeds } from "@tsunagi/contracts/codes/facilities";
import { choices, longText, optional } from "../framework/arguments.ts";
import { command } from "../framework/command.ts";
import { renderFound } from "./renderFound.ts";

const MOST_WORDS = 200;

/** `/find`: facilities for the person of the room, by what they need (R18). */
export const find = command({
  name: "find",
  aliases: ["検索", "施設検索"],
  summary: {
    ja: "この方に合う施設をさがします（地域と要介護度は登録から）",
    en: "Find facilities for this person (area and care level from what is registered)",
  },
  example: { ja: "/検索 特養 胃ろう インスリン 空き", en: "/find gastrostomy,insulin 特養 空き" },
  requires: "facility.search",
  roomKinds: ["team", "watch"],
  arguments: {
    needs: optional(choices(facilityNeeds, { label: { ja: "医療・ケアの必要", en: "Medical and care needs" } })),
    words: optional(
      longText(MOST_WORDS, {
        label: { ja: "そのほかの条件", en: "Other conditions" },
        placeholder: { ja: "例：特養 個室 空き 沼津 送迎", en: "For example: 特養 個室 空き 沼津" },
      }),
    ),
  },
  execute: async ({ unit, room, search }, { needs, words }) => {
    if (!room.personId) throw new CareError("notFound");
    return findForPerson(unit, search, { personId: room.personId, needs: needs ?? [], words: words ?? "" });
  },
  render: renderFound,
});
