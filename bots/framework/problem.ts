import type { CareError } from "@tsunagi/care/kernel/errors";
import type { RoomKind } from "@tsunagi/contracts/codes/rooms";
import { problemSentence } from "@tsunagi/contracts/problems";
import type { Label } from "@tsunagi/contracts/text";
import type { Answer, AnyCommand } from "./command.ts";

/** A refusal as an answer: what is wrong, and what to do next. */
export function problemAnswer(sentence: Label, hint?: Label): Answer {
  const text = hint ? `${sentence.ja}\n${hint.ja}` : sentence.ja;
  return {
    body: `${text}\n(${sentence.en}${hint ? ` ${hint.en}` : ""})`,
    card: {
      kind: "problem",
      title: { ja: clip(sentence.ja), en: clip(sentence.en) },
      facts: hint ? [{ label: { ja: "例", en: "Example" }, value: { ja: hint.ja, en: hint.en } }] : [],
    },
  };
}

export const careProblem = (error: CareError): Answer =>
  problemAnswer({
    ja: problemSentence(error.code, "ja", error.values),
    en: problemSentence(error.code, "en", error.values),
  });

export const unknownCommand = (name: string, nearest: AnyCommand | undefined): Answer =>
  problemAnswer(
    { ja: `「/${name}」というコマンドはありません。`, en: `There is no command "/${name}".` },
    nearest && {
      ja: `近いもの：${nearest.example.ja}　一覧：/help`,
      en: `Nearest: ${nearest.example.en} - all: /help`,
    },
  );

export const malformedCommand = (command: AnyCommand, problem: Label): Answer =>
  problemAnswer(problem, { ja: command.example.ja, en: command.example.en });

const ROOMS: Partial<Record<RoomKind, Label>> = {
  negotiation: { ja: "打診の部屋", en: "an enquiry's room" },
  facility: { ja: "事業所の部屋", en: "your organisation's own room" },
};

export const wrongRoom = (command: AnyCommand): Answer => {
  const [kind] = command.roomKinds;
  const where = (kind && ROOMS[kind]) ?? { ja: "ご本人のチームの部屋", en: "a person's team room" };
  return problemAnswer({
    ja: `「/${command.name}」はこの部屋では使えません。${where.ja}で使ってください。`,
    en: `"/${command.name}" does not work in this room. Use it in ${where.en}.`,
  });
};

const clip = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
