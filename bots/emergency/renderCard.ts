import {
  answerStates,
  type CardField,
  type CardItem,
  cardItems,
  cardSections,
} from "@tsunagi/contracts/codes/emergency";
import { fieldsOf, fieldText, type ItemSpec, itemsOf } from "@tsunagi/contracts/emergencyCard";
import type { CardInput } from "@tsunagi/contracts/events";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import type { Language } from "@tsunagi/contracts/text";
import type { Answer } from "../framework/command.ts";
import { formatTime } from "../framework/time.ts";

type Facts = NonNullable<CardInput["facts"]>;
type Entry = Readonly<Partial<Record<CardField, string>>>;
type Answered = { readonly state: "unknown" | "none" | "known"; readonly entries?: readonly Entry[] };

/** Longest value of one line; the page has all of it. */
const LONGEST = 400;
const LANGUAGES = ["ja", "en"] as const;

/** The card as facts in the order of the page's first view; "none" and "unknown" are said in words. */
export function cardAnswer(view: EmergencyCardView, confirmed: boolean): Answer {
  const title = confirmed
    ? { ja: "救急カードを確認しました", en: "The emergency card is confirmed" }
    : { ja: "救急カード", en: "Emergency card" };
  const facts = [lastConfirmed(view), ...ORDER.flatMap((section) => factsOf(view, section))].slice(0, 40);
  return {
    body: [`【${title.ja}】`, ...facts.map(({ label, value }) => `${label.ja}：${value.ja}`)].join("\n"),
    card: {
      kind: "notice",
      title,
      facts,
      text: WISH_IS_NO_ORDER,
      actions: confirmed || !view.may.edit || facts.length === 1 ? [] : [confirmAction],
    },
  };
}

const WISH_IS_NO_ORDER =
  "救命処置についての意思は、ご本人の希望であり、医師の指示ではありません。記入・変更は利用者のページの「救急カード」でできます。";

const ORDER = [
  "allergies",
  "devices",
  "conditions",
  "medications",
  "usual",
  "doctors",
  "contacts",
  "wish",
  "care",
  "disability",
  "evacuation",
] as const;

const confirmAction = {
  label: { ja: "内容を確認しました", en: "It is right" },
  command: "card",
  arguments: { act: "confirm" },
  style: "primary" as const,
  confirm: {
    ja: "カードのすべての欄を確認済みにします。内容を見て、正しいことを確かめましたか。",
    en: "Every section of the card is marked as confirmed. Have you looked at it, and is it right?",
  },
};

/** Asks the team to look at the card again; nothing of what stands on it is said. @param days the hub's setting */
export const cardReminder = (days: number): Answer => ({
  body: `救急カードの確認をお願いします。最後の確認から${days}日を過ぎた欄があります。「/救急カード」で内容を見て、正しければ「内容を確認しました」を押してください。`,
  card: {
    kind: "notice",
    title: { ja: "救急カードの確認をお願いします", en: "Please confirm the emergency card" },
    text: `最後の確認から${days}日を過ぎた欄があります。内容を見て、変わったところは利用者のページの「救急カード」で直してください。`,
    actions: [{ label: { ja: "カードを表示", en: "Show the card" }, command: "card", arguments: { act: "show" } }],
  },
});

function lastConfirmed({ lastConfirmedAt }: EmergencyCardView): Facts[number] {
  const say = (language: Language, never: string) => (lastConfirmedAt ? formatTime(lastConfirmedAt, language) : never);
  return {
    label: { ja: "最終確認日", en: "Last confirmed" },
    value: { ja: say("ja", "未確認の欄があります"), en: say("en", "Not all of it is confirmed") },
  };
}

function factsOf(view: EmergencyCardView, section: (typeof ORDER)[number]): Facts {
  const saved = view.sections[section];
  if (!saved)
    return [
      {
        label: { ja: cardSections.label(section, "ja"), en: cardSections.label(section, "en") },
        value: { ja: "未記入", en: "Not filled in" },
      },
    ];
  const content = saved.content as unknown as Readonly<Record<CardItem, Answered>>;
  return itemsOf(section).map(([item, spec]) => ({
    label: { ja: cardItems.label(item, "ja"), en: cardItems.label(item, "en") },
    value: sayAnswer(content[item], spec),
  }));
}

function sayAnswer(answer: Answered | undefined, spec: ItemSpec): { ja: string; en: string } {
  const [ja, en] = LANGUAGES.map((language) => {
    if (answer?.state !== "known") return answerStates.label(answer?.state ?? "unknown", language);
    return (answer.entries ?? [])
      .map((entry) => entryText(entry, spec, language))
      .join(language === "ja" ? "／" : " / ");
  });
  return { ja: clip(ja ?? ""), en: clip(en ?? "") };
}

/** The fields of one entry that are filled in, codes by their words, in one line. */
const entryText = (entry: Entry, spec: ItemSpec, language: Language): string =>
  fieldsOf(spec)
    .filter(([, field]) => !field.hidden && field.kind !== "photo")
    .map(([name, field]) => fieldText(name, field, entry[name] ?? "", language))
    .filter((word) => word !== "")
    .join(" ") || answerStates.label("known", language);

const clip = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
