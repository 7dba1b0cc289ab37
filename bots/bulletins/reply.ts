import { answerBulletin } from "@tsunagi/care/bulletins/answerBulletin";
import { CareError } from "@tsunagi/care/kernel/errors";
import { bulletinAnswers } from "@tsunagi/contracts/codes/bulletins";
import { bulletinId, organisationId } from "@tsunagi/contracts/ids";
import { choice, count, optional, reference } from "../framework/arguments.ts";
import { command } from "../framework/command.ts";

/** `/reply`: what a bulletin's buttons send. Answers for the facility whose room it is (R16). */
export const reply = command({
  name: "reply",
  aliases: ["掲示回答"],
  summary: { ja: "掲示に回答します（掲示のボタンから）", en: "Answer a bulletin (by its buttons)" },
  example: { ja: "掲示のボタンを押します", en: "Press a button of a bulletin" },
  requires: "signedIn",
  roomKinds: ["facility"],
  arguments: {
    bulletin: reference("recordId", bulletinId, { label: { ja: "掲示", en: "Bulletin" } }),
    answer: choice(bulletinAnswers, { label: { ja: "回答", en: "Answer" } }),
    for: optional(
      reference("recordId", organisationId, { label: { ja: "代わりに回答する事業所", en: "In whose place" } }),
    ),
    count: optional(count([0, 999], { label: { ja: "受入可能な人数", en: "People you can take in" } })),
  },
  execute: async ({ unit, room }, { bulletin, answer, count: people, for: place }) => {
    const organisationId = place ?? room.organisationId;
    if (!organisationId) throw new CareError("notFound");
    const input = { bulletinId: bulletin, organisationId, answer, count: people ?? null, note: "" };
    const { title } = await answerBulletin(unit, input);
    return { title, answer, people };
  },
  render: ({ title, answer, people }) => {
    const number = people === undefined ? "" : ` ${people}名`;
    const ja = `「${bulletinAnswers.label(answer, "ja")}${number}」と回答しました`;
    const en = `Answered: ${bulletinAnswers.label(answer, "en")}${people === undefined ? "" : ` ${people}`}`;
    return { body: `${ja}\n${title}`, card: { kind: "notice", title: { ja, en }, text: title } };
  },
});
