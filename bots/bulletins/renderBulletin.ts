import type { BulletinNews } from "@tsunagi/care/rooms/notices";
import { answersOf, bulletinAnswers, bulletinCategories } from "@tsunagi/contracts/codes/bulletins";
import { URGENT_MARK } from "@tsunagi/contracts/events";
import type { Label, Language } from "@tsunagi/contracts/text";
import type { Answer } from "../framework/command.ts";

const WORDS: Readonly<Record<BulletinNews["news"], Label>> = {
  posted: { ja: "掲示", en: "Bulletin" },
  corrected: { ja: "掲示の訂正", en: "Bulletin corrected" },
  cancelled: { ja: "掲示の取消", en: "Bulletin taken back" },
  reminder: { ja: "掲示の確認のお願い", en: "Please look at this bulletin" },
};

/** A bulletin in a facility's room, with one button for each answer. */
export function bulletinCard({ id, news, title, body, category, urgency, ask, from }: BulletinNews): Answer {
  const urgent = urgency === "urgent" && news !== "cancelled";
  const say = (language: Language) => {
    const mark = urgent ? (language === "ja" ? URGENT_MARK : "Urgent: ") : "";
    return clip(`${mark}${WORDS[news][language]}｜${bulletinCategories.label(category, language)}｜${title}`, 120);
  };
  const text = news === "cancelled" ? `この掲示は取り消されました。\n理由：${body}` : body;
  const options = news === "cancelled" ? [] : answersOf[ask];
  return {
    body: [say("ja"), text, `発信：${from}`, ...(options.length > 0 ? [HOW] : [])].join("\n"),
    card: {
      kind: "notice",
      title: { ja: say("ja"), en: say("en") },
      text,
      facts: [{ label: { ja: "発信", en: "From" }, value: { ja: clip(from, 400), en: clip(from, 400) } }],
      actions: options.map((answer) => ({
        label: { ja: bulletinAnswers.label(answer, "ja"), en: bulletinAnswers.label(answer, "en") },
        command: "reply",
        arguments: { bulletin: id, answer },
        style: "primary" as const,
      })),
    },
  };
}

const HOW = "回答は、このメッセージのボタンか「掲示板」のページからお願いします。";

const clip = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
