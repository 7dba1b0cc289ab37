import { type CardField, type CardItem, type CardSection, cardSections } from "@tsunagi/contracts/codes/emergency";
import { fieldsOf, type ItemSpec, itemsOf, sectionSchemas } from "@tsunagi/contracts/emergencyCard";
import type { CardChanges, EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import { type FieldProblems, problemsBy } from "../kit/form.ts";
import { type Answered, type Entry, itemOf } from "./card.ts";

/** What is typed: one answer an item; item names are the same in no two sections. */
export type CardValues = Readonly<Record<CardItem, Answered>>;

export const valuesOf = (card: EmergencyCardView): CardValues =>
  Object.fromEntries(
    cardSections.codes.flatMap((section) =>
      itemsOf(section).map(([item]): [CardItem, Answered] => {
        const { state, entries } = itemOf(card, section, item);
        return [item, { state: state === "blank" ? "unknown" : state, entries }];
      }),
    ),
  ) as unknown as CardValues;

/** An entry to be typed: every field empty. */
export const emptyEntry = (spec: ItemSpec): Entry =>
  Object.fromEntries(fieldsOf(spec).map(([field]): [CardField, string] => [field, ""]));

/** The sections somebody has touched. */
export const changedSections = (before: CardValues, now: CardValues): CardSection[] =>
  cardSections.codes.filter((section) => itemsOf(section).some(([item]) => !sameAnswer(before[item], now[item])));

const sameAnswer = (a: Answered, b: Answered): boolean => JSON.stringify(said(a)) === JSON.stringify(said(b));

/** Without entries that are hidden behind "none" and "unknown": they are kept while one types, not saved. */
const said = ({ state, entries }: Answered): Answered =>
  state === "known" ? { state, entries: entries ?? [] } : { state };

const contentOf = (values: CardValues, section: CardSection): Record<string, Answered> =>
  Object.fromEntries(itemsOf(section).map(([item]) => [item, said(values[item])]));

/** By `item.entries.0.field`. */
export function checkCard(before: CardValues, now: CardValues): FieldProblems {
  const sections = changedSections(before, now);
  return Object.assign({}, ...sections.map((section) => problemsBy(sectionSchemas[section], contentOf(now, section))));
}

/** What is sent: the touched sections as the contract has them. */
export function changesOf(before: CardValues, now: CardValues): CardChanges {
  const sections = changedSections(before, now);
  return Object.fromEntries(
    sections.map((section) => [section, sectionSchemas[section].parse(contentOf(now, section))]),
  ) as CardChanges;
}

/** The version of every section as it was read; 0 = not filled in yet. */
export const versionsIn = (card: EmergencyCardView): Record<CardSection, number> =>
  Object.fromEntries(cardSections.codes.map((section) => [section, card.sections[section]?.version ?? 0])) as Record<
    CardSection,
    number
  >;
