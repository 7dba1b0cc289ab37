import type { KeyboardEvent } from "react";

const entriesOf = (menu: HTMLElement): readonly HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>("[role^=menuitem]"),
];

/** The first entry of an opened menu, or its last: where the arrow key that opened it pointed. */
export const focusEntry = (menu: HTMLElement, which: "first" | "last" = "first"): void =>
  entriesOf(menu)
    .at(which === "first" ? 0 : -1)
    ?.focus({ preventScroll: true });

/**
 * A menu's keys, as the ARIA pattern has them: arrows go round, Home and End, a letter goes to the next entry that begins
 * with it. Esc is the popover's own matter.
 */
export function walkMenu(event: KeyboardEvent<HTMLElement>): void {
  const entries = entriesOf(event.currentTarget);
  const last = entries.length - 1;
  const now = entries.indexOf(document.activeElement as HTMLElement);
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: now === last ? 0 : now + 1,
    ArrowUp: now <= 0 ? last : now - 1,
    Home: 0,
    End: last,
  };
  const next =
    entries[moves[event.key] ?? -1] ?? byLetter(event, [...entries.slice(now + 1), ...entries.slice(0, now + 1)]);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function byLetter(event: KeyboardEvent, entries: readonly HTMLElement[]): HTMLElement | undefined {
  if (event.key.length !== 1 || event.key === " " || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const letter = event.key.toLowerCase();
  return entries.find(({ textContent }) => textContent?.trim().toLowerCase().startsWith(letter));
}
