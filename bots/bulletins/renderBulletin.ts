import type { BulletinNews } from "@tsunagi/care/rooms/notices";
import { answersOf, bulletinAnswers, bulletinCategories } from "@tsunagi/contracts/codes/bulletins";
import { roles } from "@tsunagi/contracts/codes/roles";
import { URGENT_MARK } from "@tsunagi/contracts/events";
import type { Label, Language } from "@tsunagi/contracts/text";
import type { Answer } from "../framework/command.ts";

const WORDS: Readonly<Record<BulletinNews["news"], Label>> = {
  posted: { ja: "掲示", en: "Bulletin" },
  corrected: { ja: "掲示の訂正", en: "Bulletin corrected" },
  cancelled: { ja: "掲示の取消", en: "Bulletin taken back" },
  reminder: { ja: "掲示の確認のお願い", en: "Please look at this bulletin" },
  duty: { ja: "期限をすぎた掲示", en: "Bulletin past its time" },
  deputy: { ja: "代わりの確認のお願い", en: "Please look in another's place" },
  deputyCalled: { ja: "代わりの事業所に知らせました", en: "The deputy was told" },
};

/** A bulletin in a facility's room, with one button for each answer. */
export function bulletinCard(news: BulletinNews): Answer {
  const { title, category, urgency, from, silent } = news;
  const urgent = urgency === "urgent" && news.news !== "cancelled";
  const say = (language: Language) => {
    const mark = urgent ? (language === "ja" ? URGENT_MARK : "Urgent: ") : "";
    return clip(`${mark}${WORDS[news.news][language]}｜${bulletinCategories.label(category, language)}｜${title}`, 120);
  };
  const text = textOf(news);
  const actions = actionsOf(news);
  return {
    body: [say("ja"), text, `発信：${from}`, ...(actions.length > 0 ? [HOW] : [])].join("\n"),
    card: {
      kind: "notice",
      title: { ja: say("ja"), en: say("en") },
      text,
      facts: [{ label: { ja: "発信", en: "From" }, value: { ja: clip(from, 400), en: clip(from, 400) } }],
      actions,
    },
    mentions: silent?.people.map(({ userId }) => userId) ?? [],
  };
}

function textOf({ news, body, silent }: BulletinNews): string {
  if (news === "cancelled") return `この掲示は取り消されました。\n理由：${body}`;
  return silent ? clip(`${silentWords(news, silent)}\n\n${body}`, 8000) : body;
}

function silentWords(news: BulletinNews["news"], silent: NonNullable<BulletinNews["silent"]>): string {
  const { organisationName, role, people } = silent;
  if (news === "deputy")
    return `${organisationName}が期限までに応じていません。様子を確かめて、代わりに回答してください。`;
  if (news === "deputyCalled") return "まだ回答がないため、代わりの事業所に確認をお願いしました。";
  const called = people.map(({ name }) => `@${name}さん`).join(" ");
  const duty = role ? roles.label(role, "ja") : "";
  return `${called}\n期限までに応じていません。当番（${duty}）の方は、確かめて応じてください。`.trim();
}

/** A deputy's buttons say for whom they answer. */
function actionsOf({ id, news, ask, silent }: BulletinNews): NonNullable<Answer["card"]["actions"]> {
  if (news === "cancelled" || news === "deputyCalled") return [];
  const place = news === "deputy" && silent ? { for: silent.organisationId } : {};
  return answersOf[ask].map((answer) => ({
    label: { ja: bulletinAnswers.label(answer, "ja"), en: bulletinAnswers.label(answer, "en") },
    command: "reply",
    arguments: { bulletin: id, answer, ...place },
    style: "primary" as const,
  }));
}

const HOW = "回答は、このメッセージのボタンか「掲示板」のページからお願いします。";

const clip = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
