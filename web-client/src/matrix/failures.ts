import { ConnectionError, HTTPError, MatrixError } from "matrix-js-sdk/lib/http-api/errors.js";
import { MatrixFailure, type MatrixFailureCode } from "../session/ports.ts";

const BY_ERRCODE: Readonly<Record<string, MatrixFailureCode>> = {
  M_UNKNOWN_TOKEN: "signedOut",
  M_MISSING_TOKEN: "signedOut",
  M_USER_DEACTIVATED: "suspended",
  M_USER_LOCKED: "suspended",
  M_USER_SUSPENDED: "suspended",
  M_LIMIT_EXCEEDED: "limited",
  M_WEAK_PASSWORD: "weakPassword",
  M_PASSWORD_TOO_SHORT: "weakPassword",
  M_PASSWORD_NO_DIGIT: "weakPassword",
  M_PASSWORD_NO_LOWERCASE: "weakPassword",
  M_PASSWORD_NO_UPPERCASE: "weakPassword",
  M_PASSWORD_NO_SYMBOL: "weakPassword",
  M_PASSWORD_IN_DICTIONARY: "weakPassword",
};

interface MatrixProblem {
  readonly errcode?: unknown;
  readonly error?: unknown;
  readonly retry_after_ms?: unknown;
}

/** A homeserver's refusal as ours. @param body the JSON it sent */
export function failureOf(status: number, body: MatrixProblem, cause?: unknown): MatrixFailure {
  const errcode = typeof body.errcode === "string" ? body.errcode : "";
  const message = typeof body.error === "string" ? body.error : "";
  const code =
    BY_ERRCODE[errcode] ?? (status === 502 || status === 503 || status === 504 ? "unreachable" : "unexpected");
  const wait = body.retry_after_ms;
  return new MatrixFailure(code, message, { cause, ...(typeof wait === "number" ? { retryAfterMs: wait } : {}) });
}

/** Any error of the SDK or of `fetch` as one of ours. */
export function toFailure(error: unknown): MatrixFailure {
  if (error instanceof MatrixFailure) return error;
  if (error instanceof MatrixError) return failureOf(error.httpStatus ?? 0, error.data, error);
  if (error instanceof HTTPError) return failureOf(error.httpStatus ?? 0, {}, error);
  const offline = error instanceof ConnectionError || error instanceof TypeError;
  return new MatrixFailure(offline ? "unreachable" : "unexpected", "", { cause: error });
}

/** Runs `work`; whatever it throws comes out as a `MatrixFailure`. */
export async function failing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toFailure(error);
  }
}
