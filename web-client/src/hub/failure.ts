import type { ProblemDetails } from "@tsunagi/contracts/problems";
import type { Label } from "@tsunagi/contracts/text";
import type { PlainTextKey } from "../i18n/keys.ts";
import { HubProblem, HubUnreachable } from "./errors.ts";

/** Why something did not work, as a view shows it. */
export type Failure =
  | { readonly kind: "offline" }
  | { readonly kind: "problem"; readonly problem: ProblemDetails }
  /** Refused by another than the hub: a sentence of ours. */
  | { readonly kind: "said"; readonly sentence: PlainTextKey | Label }
  /** A fault of ours; the number stands in the browser's console too. */
  | { readonly kind: "unexpected"; readonly id: string };

/** Thrown away quietly: the view that asked is gone. */
export const isAborted = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

/** Makes a failure of whatever was thrown; what was not foreseen gets a number. */
export function failureOf(error: unknown): Failure {
  if (error instanceof HubProblem) return { kind: "problem", problem: error.problem };
  if (error instanceof HubUnreachable) return { kind: "offline" };
  const id = crypto.randomUUID().slice(0, 8);
  console.error(`tsunagi ${id}`, error);
  return { kind: "unexpected", id };
}
