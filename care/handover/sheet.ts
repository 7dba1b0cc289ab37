import { type CardItem, type CardSection, cardSections } from "@tsunagi/contracts/codes/emergency";
import { careLevels, sexes } from "@tsunagi/contracts/codes/levels";
import { itemsOf, specOf } from "@tsunagi/contracts/emergencyCard";
import { ageOn } from "@tsunagi/contracts/japan";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import { type Answer, answerOf, type Entry, entryWords, labelOf, WORDS } from "./answers.ts";
import { birthText, dayText, momentText } from "./dates.ts";

export interface SheetInput {
  readonly card: EmergencyCardView;
  /** Who prints it. */
  readonly by: { readonly name: string; readonly organisationName: string };
  readonly now: Date;
  /** What the QR code says; null = none is printed. */
  readonly code: string | null;
}

/** One entry in words, and the numbers in it that can be called. */
export interface SheetValue {
  readonly text: string;
  readonly phones: readonly string[];
}

/** A part of the sheet: what there is, then what there is not, then what nobody knows. */
export interface SheetBlock {
  readonly title: string;
  /** Holds what can kill: marked by a sign and a frame. */
  readonly alert: boolean;
  readonly note?: string;
  readonly known: readonly { readonly label: string; readonly values: readonly SheetValue[] }[];
  readonly none: readonly string[];
  readonly unknown: readonly string[];
  /** Its section was never filled in. */
  readonly blank: boolean;
}

/** The card in words, for paper and for a page, in the order of the first sixty seconds (R13). */
export interface Sheet {
  readonly name: string;
  readonly kana: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** JPEG data URL. */
  readonly photo: string | undefined;
  readonly first: readonly SheetBlock[];
  readonly rest: readonly SheetBlock[];
  readonly confirmed: string;
  /** Confirmed too long ago, or never. */
  readonly due: boolean;
  readonly printed: string;
  readonly code: string | null;
}

const FIRST: readonly CardSection[] = ["allergies", "devices", "conditions", "usual", "doctors", "contacts", "wish"];
const REST: readonly CardSection[] = ["medications", "care", "disability", "evacuation"];
const ALERTS: readonly CardSection[] = ["allergies", "devices"];

export const WISH_NOTE = "ご本人の希望です。医師の指示ではありません。";

export function sheetOf({ card, by, now, code }: SheetInput): Sheet {
  const { person } = card;
  return {
    name: `${person.familyName} ${person.givenName}`,
    kana: `${person.familyKana} ${person.givenKana}`,
    facts: factsOf(card, now),
    photo: answerOf(card.sections, "identity", "photo").entries[0]?.image,
    first: FIRST.map((section) => blockOf(card, section)),
    rest: REST.map((section) => blockOf(card, section)),
    confirmed: card.lastConfirmedAt ? dayText(new Date(card.lastConfirmedAt)) : "まだ確認されていない欄があります",
    due: card.due || !card.lastConfirmedAt,
    printed: `${momentText(now)}に ${by.organisationName} ${by.name} が作成`,
    code,
  };
}

function factsOf({ person, sections }: EmergencyCardView, now: Date): Sheet["facts"] {
  const blood = answerOf(sections, "identity", "bloodType");
  const spec = specOf("identity", "bloodType");
  const bloodWords =
    blood.state === "known" ? blood.entries.map((entry) => entryWords(entry, spec)).join() : WORDS[blood.state];
  const facts = [
    { label: "生年月日", value: birthText(person.birthDate) },
    { label: "年齢", value: `${ageOn(person.birthDate, now)}歳（作成日）` },
    { label: "性別", value: sexes.label(person.sex, "ja") },
    { label: "血液型", value: bloodWords },
    { label: "住所", value: person.address },
    { label: "電話", value: person.phone },
    { label: "要介護度", value: person.careLevel ? careLevels.label(person.careLevel, "ja") : "" },
  ];
  return facts.filter(({ value }) => value !== "");
}

function blockOf({ sections }: EmergencyCardView, section: CardSection): SheetBlock {
  const answers = itemsOf(section).map(([item]) => answerOf(sections, section, item));
  const named = (state: Answer["state"]) =>
    answers.filter((one) => one.state === state).map(({ item }) => labelOf(item));
  const known = answers
    .filter(({ state }) => state === "known")
    .map((answer) => ({ label: paperLabel(answer.item), values: valuesOf(answer) }));
  return {
    title: cardSections.label(section, "ja"),
    alert: ALERTS.includes(section) && known.length > 0,
    ...(section === "wish" ? { note: WISH_NOTE } : {}),
    known,
    none: named("none"),
    unknown: named("unknown"),
    blank: sections[section] === null,
  };
}

/** The item's name without what only helps to fill it in. */
const paperLabel = (item: CardItem): string => labelOf(item).replace("（2人以上）", "");

/** Key persons and the main doctor come first. */
function valuesOf({ section, item, entries }: Answer): SheetValue[] {
  const spec = specOf(section, item);
  const first = ({ keyPerson, main }: Entry) => (keyPerson === "yes" || main === "yes" ? 0 : 1);
  return entries
    .toSorted((a, b) => first(a) - first(b))
    .map((entry) => ({
      text: entryWords(entry, spec) || "あり",
      phones: [entry.phone, entry.phone2].filter((phone): phone is string => Boolean(phone)),
    }));
}

/** The letters of a code that can be typed when the picture is torn; nothing when it has none. */
export const lettersOf = (code: string): string => code.split("#")[1] ?? "";

/** Items that say nothing but that there is none, or that nobody knows. */
export const restWords = (block: Pick<SheetBlock, "none" | "unknown" | "blank">): string[] => [
  ...(block.none.length > 0 ? [`${WORDS.none}：${block.none.join("、")}`] : []),
  ...(block.unknown.length > 0 ? [`${WORDS.unknown}：${block.unknown.join("、")}`] : []),
  ...(block.blank ? [WORDS.blank] : []),
];
