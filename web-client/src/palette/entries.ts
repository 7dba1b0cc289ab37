import { fold, foldWanted } from "@tsunagi/contracts/fold";
import type { LucideIcon } from "lucide-react";

export type PaletteGroup = "rooms" | "pages" | "actions";

/** Something one can go to or do. */
export interface PaletteEntry {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly label: string;
  /** Shown beside it: a reading, what waits. */
  readonly note: string;
  /** Found by this too: kana, the address. */
  readonly also: string;
  readonly icon?: LucideIcon;
  readonly run: () => void;
}

/** Entries of one group that are shown while something is typed, and before. */
const MOST = 8;
const MOST_ROOMS_AT_FIRST = 5;
const GROUPS: readonly PaletteGroup[] = ["rooms", "pages", "actions"];

/**
 * The entries for what was typed, group by group: those that begin with it before those that hold it.
 * @param entries in the order of a list that is already sorted by what needs one
 */
export function matching(entries: readonly PaletteEntry[], typed: string): readonly PaletteEntry[] {
  const wanted = foldWanted(typed);
  return GROUPS.flatMap((group) => {
    const own = entries.filter((entry) => entry.group === group);
    if (wanted === "") return own.slice(0, group === "rooms" ? MOST_ROOMS_AT_FIRST : MOST);
    const ranked = own.map((entry) => ({ entry, rank: rankOf(entry, wanted) })).filter(({ rank }) => rank < MISS);
    return ranked
      .sort((a, b) => a.rank - b.rank)
      .slice(0, MOST)
      .map(({ entry }) => entry);
  });
}

const MISS = 3;

function rankOf({ label, also }: PaletteEntry, wanted: string): number {
  const texts = [fold(label), fold(also)];
  if (texts.some((text) => text.startsWith(wanted))) return 0;
  return texts.some((text) => text.includes(wanted)) ? 1 : MISS;
}
