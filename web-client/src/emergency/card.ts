import type { CardField, CardItem, CardSection } from "@tsunagi/contracts/codes/emergency";
import { fieldsOf, fieldText, type ItemSpec } from "@tsunagi/contracts/emergencyCard";
import type { EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import type { Language } from "@tsunagi/contracts/text";

export type Entry = Readonly<Partial<Record<CardField, string>>>;

/** An item as views and forms handle it, whatever its fields are. */
export interface Answered {
  readonly state: "unknown" | "none" | "known";
  readonly entries?: readonly Entry[];
}

/** The same, where a section may not have been filled in at all. */
export interface ShownItem {
  readonly item: CardItem;
  readonly state: Answered["state"] | "blank";
  readonly entries: readonly Entry[];
}

export function itemOf(card: EmergencyCardView, section: CardSection, item: CardItem): ShownItem {
  const saved = card.sections[section];
  if (!saved) return { item, state: "blank", entries: [] };
  const answer = (saved.content as Readonly<Partial<Record<CardItem, Answered>>>)[item];
  return { item, state: answer?.state ?? "unknown", entries: answer?.entries ?? [] };
}

/** What one entry says in one line: codes by their words, nothing for what is empty. */
export const entryText = (entry: Entry, spec: ItemSpec, language: Language): string =>
  fieldsOf(spec)
    .filter(([, field]) => !field.hidden && field.kind !== "photo")
    .map(([name, field]) => fieldText(name, field, entry[name] ?? "", language))
    .filter((word) => word !== "")
    .join("　");
