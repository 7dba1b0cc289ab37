import type { NegotiationTimes } from "@tsunagi/contracts/rest/negotiation";

/** Moments of one enquiry. */
export interface Moments {
  readonly inquiredAt: Date | null;
  readonly firstAnsweredAt: Date | null;
  readonly decidedAt: Date | null;
}

const MINUTE_MS = 60_000;

/** Minutes from asking to a moment; null while one of the two is missing. */
export const minutesUntil = (from: Date | null, to: Date | null): number | null =>
  from && to ? Math.round((to.getTime() - from.getTime()) / MINUTE_MS) : null;

/** How many were asked and answered, and how long it took as a rule: the median, which one long wait does not move. */
export function timesOfAll(all: readonly Moments[]): NegotiationTimes {
  const asked = all.filter(({ inquiredAt }) => inquiredAt !== null);
  const answers = asked.map((one) => minutesUntil(one.inquiredAt, one.firstAnsweredAt));
  const decisions = asked.map((one) => minutesUntil(one.inquiredAt, one.decidedAt));
  return {
    asked: asked.length,
    answered: answers.filter((minutes) => minutes !== null).length,
    medianFirstAnswerMinutes: median(answers),
    medianDecisionMinutes: median(decisions),
  };
}

function median(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const upper = known[Math.floor(known.length / 2)];
  if (upper === undefined) return null;
  const lower = known[Math.floor((known.length - 1) / 2)] ?? upper;
  return Math.round((lower + upper) / 2);
}
