import type { CardItem, CardSection } from "@tsunagi/contracts/codes/emergency";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import { type Entry, itemOf, type ShownItem } from "./card.ts";

/** The blocks of the first sixty seconds in the order a crew asks (R13), between identity and the day of confirmation. */
export const BLOCKS = [
  { title: "allergies", section: "allergies", items: ["allergies", "contraindicated"] },
  {
    title: "devices",
    section: "devices",
    items: [
      "anticoagulant",
      "insulin",
      "steroid",
      "pacemaker",
      "dialysis",
      "homeOxygen",
      "tracheostomy",
      "otherDevice",
    ],
  },
  { title: "history", section: "conditions", items: ["current", "history"] },
  { title: "usual", section: "usual", items: ["consciousness", "adl", "speech"] },
] as const satisfies readonly { title: string; section: CardSection; items: readonly CardItem[] }[];

export interface Block {
  readonly title: (typeof BLOCKS)[number]["title"];
  readonly section: CardSection;
  /** What there is, to be read first. */
  readonly known: readonly ShownItem[];
  /** Asked, and there is none. */
  readonly none: readonly CardItem[];
  /** Nobody could say. */
  readonly unknown: readonly CardItem[];
  /** The whole section was never filled in. */
  readonly blank: boolean;
}

/** What there is stands first; "none" and "unknown" follow apart from each other, never left out. */
export const blocksOf = (card: EmergencyCardView): Block[] =>
  BLOCKS.map(({ title, section, items }) => {
    const shown = items.map((item) => itemOf(card, section, item));
    const named = (state: ShownItem["state"]) => shown.filter((one) => one.state === state).map(({ item }) => item);
    return {
      title,
      section,
      known: shown.filter(({ state }) => state === "known"),
      none: named("none"),
      unknown: named("unknown"),
      blank: card.sections[section] === null,
    };
  });

/** Whom to call first: the key persons, else the first of the contacts. */
export function keyPersons(card: EmergencyCardView): readonly Entry[] {
  const { entries } = itemOf(card, "contacts", "contacts");
  const keys = entries.filter(({ keyPerson }) => keyPerson === "yes");
  return keys.length > 0 ? keys : entries.slice(0, 1);
}

/** The main doctor, else the first one. */
export function mainDoctor(card: EmergencyCardView): Entry | undefined {
  const { entries } = itemOf(card, "doctors", "doctors");
  return entries.find(({ main }) => main === "yes") ?? entries[0];
}

/** Whole days between two moments. */
export const daysSince = (moment: string, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(moment)) / 86_400_000));
