/*
 * Where the conversation stands on the screen, as arithmetic on elements: no state, so that it can be read at a glance.
 * Rows carry `data-key`.
 */

/** Nearer to the end than this counts as at the end, in pixels. */
const AT_END = 64;

/** A row and how far its upper edge is from the upper edge of the view. */
export interface Anchor {
  readonly key: string;
  readonly offset: number;
}

export const isAtEnd = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean =>
  scrollHeight - scrollTop - clientHeight < AT_END;

export function toEnd(view: HTMLElement): void {
  view.scrollTop = view.scrollHeight;
}

const rowsOf = (view: HTMLElement): readonly HTMLElement[] => [...view.querySelectorAll<HTMLElement>("[data-key]")];

/** First of a sorted list for which `test` holds; its length when none does. */
function firstIndex<T>(items: readonly T[], test: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && test(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first row that can be seen: it shall stay where it is when something changes above it. */
export function anchorOf(view: HTMLElement): Anchor | null {
  const top = view.getBoundingClientRect().top;
  const rows = rowsOf(view);
  const row = rows[firstIndex(rows, (candidate) => candidate.getBoundingClientRect().bottom > top)];
  return row ? { key: row.dataset["key"] ?? "", offset: row.getBoundingClientRect().top - top } : null;
}

/** Brings the anchor back to where it was. */
export function restore(view: HTMLElement, anchor: Anchor): void {
  const row = rowsOf(view).find((candidate) => candidate.dataset["key"] === anchor.key);
  if (!row) return;
  const moved = row.getBoundingClientRect().top - view.getBoundingClientRect().top - anchor.offset;
  if (Math.abs(moved) >= 1) view.scrollTop += moved;
}

/** Key of the last row whose end has been on the screen, or which fills it. */
export function lastSeen(view: HTMLElement): string | null {
  const { top, bottom } = view.getBoundingClientRect();
  const rows = rowsOf(view);
  const beyond = firstIndex(rows, (row) => row.getBoundingClientRect().bottom > bottom + 1);
  const cut = rows[beyond];
  const fills = cut !== undefined && cut.getBoundingClientRect().top <= top;
  return (fills ? cut : rows[beyond - 1])?.dataset["key"] ?? null;
}

/** Puts a row into the upper third, where one reads on from. @returns false when it is not there */
export function showRow(view: HTMLElement, selector: string): boolean {
  const row = view.querySelector<HTMLElement>(selector);
  if (!row) return false;
  const wanted = view.clientHeight / 4;
  view.scrollTop += row.getBoundingClientRect().top - view.getBoundingClientRect().top - wanted;
  return true;
}
