import { FULL, UNKNOWN_NUMBER } from "./flat.ts";

/** What counts for how well a facility fits one search. */
export interface Weighed {
  readonly needs: number;
  readonly toDiscuss: number;
  readonly needsUnknown: number;
  /** From when the wanted place is free, as the number YYYYMMDD; 0 = now. */
  readonly free: number;
  /** The last day it may begin. */
  readonly by: number;
  readonly stale: boolean;
  /** Conditions of the search the facility has said nothing of, needs and vacancy aside. */
  readonly unsaid: number;
  readonly km: number | null;
  /** How well the words fit, 0 to 1. */
  readonly words: number;
}

/** How much each thing takes away, of 100. */
const TAKES = {
  needsToDiscuss: 15,
  needsUnknown: 28,
  vacancyLater: 10,
  vacancyStale: 15,
  vacancyUnknown: 20,
  full: 35,
  unsaid: 4,
  unsaidAtMost: 16,
  aKilometre: 0.5,
  farAtMost: 20,
  words: 30,
} as const;

/** 0 to 100: how well a facility fits. What is sure comes before what must be asked, and fresh before stale. */
export function weigh({ needs, toDiscuss, needsUnknown, free, by, stale, unsaid, km, words }: Weighed): number {
  const ofNeeds = needs === 0 ? 0 : (TAKES.needsToDiscuss * toDiscuss + TAKES.needsUnknown * needsUnknown) / needs;
  const ofPlace = km === null ? 0 : Math.min(TAKES.farAtMost, km * TAKES.aKilometre);
  const ofWords = TAKES.words * (1 - words);
  const ofUnsaid = Math.min(TAKES.unsaidAtMost, unsaid * TAKES.unsaid);
  return Math.max(0, 100 - ofNeeds - ofVacancy(free, by, stale) - ofUnsaid - ofPlace - ofWords);
}

function ofVacancy(free: number, by: number, stale: boolean): number {
  if (free === UNKNOWN_NUMBER) return TAKES.vacancyUnknown;
  const base = free === FULL ? TAKES.full : free > by ? TAKES.vacancyLater : 0;
  return base + (stale && free !== FULL ? TAKES.vacancyStale : 0);
}

/** The earliest of several places; unknown only when all are. */
export function earliestOf(values: readonly number[]): number {
  const known = values.filter((value) => value !== UNKNOWN_NUMBER);
  return known.length > 0 ? Math.min(...known) : UNKNOWN_NUMBER;
}
