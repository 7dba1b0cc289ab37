import type { Row } from "./rows.ts";

/** What the list draws: the rows, and above them what tells that there is more, or that this is the beginning. */
export type Line = Row | { readonly kind: "before"; readonly key: "before" };

const BEFORE: Line = { kind: "before", key: "before" };

export const linesOf = (rows: readonly Row[]): readonly Line[] => [BEFORE, ...rows];

/**
 * Whether lines were only added near the beginning: then the list keeps the distance to its end instead of the one to
 * its beginning, and what one reads stands still.
 */
export function grewAbove(before: readonly Line[], now: readonly Line[]): boolean {
  const added = now.length - before.length;
  if (added <= 0) return false;
  const last = before.length - 1;
  if (last < 1) return false;
  return now.at(-1)?.key === before[last]?.key && now[last >> 1]?.key !== before[last >> 1]?.key;
}

export const indexOfEvent = (lines: readonly Line[], eventId: string): number =>
  lines.findIndex((line) => line.kind === "message" && line.event.eventId === eventId);
