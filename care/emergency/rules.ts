import { type CardSection, cardSections } from "@tsunagi/contracts/codes/emergency";

const DAY_MS = 86_400_000;

/** What is known of the newest version of one section. */
export interface SectionAge {
  readonly savedAt: Date;
  readonly confirmedAt: Date | null;
}

/** The oldest of the last confirmations; null while a filled section was never confirmed, or nothing is filled in. */
export function lastConfirmed(sections: readonly SectionAge[]): Date | null {
  const days = sections.map(({ confirmedAt }) => confirmedAt);
  if (days.length === 0 || days.includes(null)) return null;
  return days.reduce((oldest, day) => (oldest && day && day < oldest ? day : oldest)) ?? null;
}

/** True when a section was last confirmed, or written when nobody confirmed it, longer ago than that many days. */
export const isDue = (sections: readonly SectionAge[], now: Date, days: number): boolean =>
  sections.some(({ savedAt, confirmedAt }) => (confirmedAt ?? savedAt).getTime() < now.getTime() - days * DAY_MS);

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

/** Names of sections in one line. */
export const namesOf = (sections: readonly CardSection[]): string =>
  sections.map((section) => cardSections.label(section, "ja")).join("、");
