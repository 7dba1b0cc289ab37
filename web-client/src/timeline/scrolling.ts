/*
 * Where the conversation stands on the screen, as arithmetic on elements: no state, so that it can be read at a glance.
 * Rows carry `data-key`; only those near the screen are there.
 */

/** Nearer to the end than this counts as at the end, in pixels. */
const AT_END = 64;

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

/** Key of the last row whose end has been on the screen, or which fills it. */
export function lastSeen(view: HTMLElement): string | null {
  const { top, bottom } = view.getBoundingClientRect();
  const rows = rowsOf(view);
  const beyond = firstIndex(rows, (row) => row.getBoundingClientRect().bottom > bottom + 1);
  const cut = rows[beyond];
  const fills = cut !== undefined && cut.getBoundingClientRect().top <= top;
  return (fills ? cut : rows[beyond - 1])?.dataset["key"] ?? null;
}

/** A row can be seen. */
export function isInView(view: HTMLElement, key: string): boolean {
  const row = view.querySelector(`[data-key="${CSS.escape(key)}"]`)?.getBoundingClientRect();
  const { top, bottom } = view.getBoundingClientRect();
  return row !== undefined && row.bottom > top && row.top < bottom;
}
