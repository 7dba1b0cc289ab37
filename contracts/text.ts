import { z } from "zod";

/** A label in both languages of the product; Japanese first. */
export interface Label {
  readonly ja: string;
  readonly en: string;
}

export type Language = keyof Label;

/** Short text a person types: trimmed, 1 to `max` characters. */
export const line = (max: number) => z.string().trim().min(1).max(max);

/** Longer text a person types, line breaks kept. */
export const prose = (max: number) => z.string().trim().min(1).max(max);

/** Calendar date without time, `YYYY-MM-DD`, a real day. */
export const calendarDate = z.iso.date();
