import { type CardField, type CardItem, type CardSection, cardItems } from "@tsunagi/contracts/codes/emergency";
import { fieldsOf, fieldText, type ItemSpec, specOf } from "@tsunagi/contracts/emergencyCard";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";

export type Entry = Readonly<Partial<Record<CardField, string>>>;

/** An item of the card with its answer; `blank` = its section was never filled in. */
export interface Answer {
  readonly section: CardSection;
  readonly item: CardItem;
  readonly state: "unknown" | "none" | "known" | "blank";
  readonly entries: readonly Entry[];
}

export const WORDS = { unknown: "不明", none: "なし（確認済）", blank: "未記入" } as const;

/** Sections of a card as it is read, or as it came from elsewhere. */
export type CardContents = { readonly [S in CardSection]: { readonly content: unknown } | null };

export function answerOf(
  sections: CardContents | EmergencyCardView["sections"],
  section: CardSection,
  item: CardItem,
): Answer {
  const saved = sections[section];
  if (!saved) return { section, item, state: "blank", entries: [] };
  const content = saved.content as Readonly<
    Partial<Record<CardItem, Pick<Answer, "state"> & { entries?: readonly Entry[] }>>
  >;
  const { state = "unknown", entries = [] } = content[item] ?? {};
  return { section, item, state, entries };
}

/** What an answer says in Japanese, one line an entry; none, unknown and never filled in each in its words. */
export function wordsOf({ section, item, state, entries }: Answer): string[] {
  if (state !== "known") return [WORDS[state]];
  const spec = specOf(section, item);
  return entries.map((entry) => entryWords(entry, spec) || "あり");
}

/** Codes by their words, nothing for what is empty or no text. */
export const entryWords = (entry: Entry, spec: ItemSpec): string =>
  fieldsOf(spec)
    .filter(([, field]) => !field.hidden && field.kind !== "photo")
    .map(([name, field]) => fieldText(name, field, entry[name] ?? "", "ja"))
    .filter((word) => word !== "")
    .join("　");

export const labelOf = (item: CardItem): string => cardItems.label(item, "ja");
