import { type CardItem, type CardSection, cardSections } from "@tsunagi/contracts/codes/emergency";
import { fieldsOf, itemsOf, sectionSchemas, specOf, unasked } from "@tsunagi/contracts/emergencyCard";
import type { CardChanges, EmergencyCardView } from "@tsunagi/contracts/rest/emergency";
import type { ImportPreview } from "@tsunagi/contracts/rest/handover";
import { type Answer, answerOf, type CardContents } from "./answers.ts";

type Sections = EmergencyCardView["sections"];

/**
 * Where a summary says something else than the card. "Unknown" is not offered: it would only take away what is known.
 * @param read sections of the summary
 */
export function differences(card: Sections, read: CardContents): ImportPreview["differences"] {
  return cardSections.codes.flatMap((section) =>
    itemsOf(section).flatMap(([item]) => {
      const [now, offered] = [answerOf(card, section, item), answerOf(read, section, item)];
      if (offered.state === "blank" || offered.state === "unknown" || said(now) === said(offered)) return [];
      return [{ section, item, now: shown(now), offered: shown(offered) }];
    }),
  );
}

/** The card's sections with these items as the summary has them; what was not chosen stays as it is. */
export function changesFrom(card: Sections, read: CardContents, items: readonly CardItem[]): CardChanges {
  const changes: Partial<Record<CardSection, unknown>> = {};
  for (const { section, item } of differences(card, read)) {
    if (!items.includes(item)) continue;
    const { state, entries } = answerOf(read, section, item);
    const before = changes[section] ?? card[section]?.content ?? unasked(section);
    changes[section] = { ...before, [item]: state === "known" ? { state, entries } : { state } };
  }
  const parsed = Object.entries(changes).map(([section, content]) => [
    section,
    sectionSchemas[section as CardSection].parse(content),
  ]);
  return Object.fromEntries(parsed) as CardChanges;
}

const shown = ({ state, entries }: Answer) => ({ state, entries: entries.map((entry) => ({ ...entry })) });

const said = ({ section, item, state, entries }: Answer): string => {
  const fields = fieldsOf(specOf(section, item)).map(([name]) => name);
  return JSON.stringify([state, entries.map((entry) => fields.map((name) => entry[name] ?? ""))]);
};
