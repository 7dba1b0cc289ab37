/** What one may choose, in minutes; the network's limit may take the longer ones away (MHLW guideline: 10 to 15). */
const CHOICES = [1, 3, 5, 10, 15] as const;
const CHOSEN = "tsunagi.lockMinutes";
const LIMIT = "tsunagi.lockLimit";
/** Before the hub has said its limit. */
const DEFAULT_LIMIT = 10;

/** What may be chosen under the network's limit. */
export const lockChoices = (limit = lockLimit()): readonly number[] => {
  const shorter = CHOICES.filter((minutes) => minutes < limit);
  return [...shorter, limit];
};

const lockLimit = (): number => number(LIMIT) ?? DEFAULT_LIMIT;

/** Minutes without a touch until the screen locks: one's own choice, never beyond the network's limit. */
export const lockMinutes = (): number => Math.min(number(CHOSEN) ?? DEFAULT_LIMIT, lockLimit());

export const chooseLockMinutes = (minutes: number): void => localStorage.setItem(CHOSEN, String(minutes));

/** The hub has said its limit: it holds offline too. */
export const keepLockLimit = (minutes: number): void => localStorage.setItem(LIMIT, String(minutes));

function number(name: string): number | undefined {
  const kept = Number(localStorage.getItem(name) ?? Number.NaN);
  return Number.isFinite(kept) && kept > 0 ? kept : undefined;
}
