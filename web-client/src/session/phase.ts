import type { Session } from "@tsunagi/contracts/rest/session";
import { isProblem } from "../hub/errors.ts";
import { type Failure, failureOf } from "../hub/failure.ts";
import { type AccountPort, MatrixFailure } from "./ports.ts";

/** Why somebody stands before the sign-in page who was signed in before. */
export type EndReason = "endedElsewhere" | "suspended" | "storeLost" | "pinSpent";

/** Where one stands between opening the page and working. */
export type SessionPhase<Account extends AccountPort> =
  | { readonly name: "starting" }
  | { readonly name: "otherTab" }
  | { readonly name: "signedOut"; readonly reason: EndReason | undefined }
  | { readonly name: "stuck"; readonly failure: Failure }
  | { readonly name: "changePassword"; readonly session: Session; readonly passwordKnown: boolean }
  | { readonly name: "enrol"; readonly session: Session; readonly passwordKnown: boolean }
  | { readonly name: "approveDevice"; readonly session: Session; readonly code: string; readonly account: Account }
  | { readonly name: "ready"; readonly session: Session; readonly account: Account };

/** What an error says about this device's time being over; undefined when it is not. */
export function endReason(error: unknown): EndReason | undefined {
  if (isProblem(error, "accountSuspended")) return "suspended";
  if (isProblem(error, "signInRefused")) return "endedElsewhere";
  if (!(error instanceof MatrixFailure)) return undefined;
  if (error.code === "signedOut") return "endedElsewhere";
  return error.code === "suspended" || error.code === "storeLost" ? error.code : undefined;
}

/** What was thrown while signing in, as a view shows it. */
export const sessionFailure = (error: unknown): Failure =>
  error instanceof MatrixFailure && error.code === "unreachable" ? { kind: "offline" } : failureOf(error);
