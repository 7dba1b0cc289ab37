import type { PlainTextKey } from "../i18n/keys.ts";

export const PIN_SHORTEST = 6;
export const PIN_LONGEST = 12;

/** Digits as people type them: full-width ones count too. */
export const pinOf = (typed: string): string => typed.normalize("NFKC").replaceAll(/\s/g, "");

/** What is wrong with a new PIN; undefined when it is good enough. */
export function pinProblem(pin: string): PlainTextKey | undefined {
  if (!/^\d+$/.test(pin) || pin.length < PIN_SHORTEST || pin.length > PIN_LONGEST) return "lock.pinLength";
  return isEasy(pin) ? "lock.pinEasy" : undefined;
}

/** One digit again and again, or digits that follow one another: what somebody tries first. */
function isEasy(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10));
  const [step] = steps;
  return steps.size === 1 && (step === 0 || step === 1 || step === 9);
}
