import { CareError } from "@tsunagi/care/kernel/errors";
import type { ErrorRequestHandler, Response } from "express";
import { errorFields, type Log } from "../log/log.ts";
import { isTransient, MatrixError } from "../matrix/errors.ts";
import { correlationId } from "./correlation.ts";
import { PROBLEM_TYPE, problemDetails } from "./problem.ts";

/** Every failure ends here: a sentence for people, details for the log, never a stack trace on a screen. */
export const handleErrors =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, _request, response, _next) => {
    const id = correlationId(response);
    if (error instanceof CareError) return send(response, problemDetails(error.code, error.values, error.fields, id));
    if (isTooLarge(error))
      return send(response, problemDetails("tooLarge", { limit: `${Math.floor(error.limit / 1_000_000)} MB` }, [], id));
    if (isClientFault(error)) return send(response, problemDetails("malformedRequest", {}, [], id));
    log.error({ request: id, ...errorFields(error) }, "a request failed");
    if (isTransient(error) || error instanceof MatrixError)
      return send(response, problemDetails("homeserverUnavailable", {}, [], id));
    return send(response, problemDetails("unexpected", { id }, [], id));
  };

function send(response: Response, details: ReturnType<typeof problemDetails>): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  response
    .status(details.status)
    .type(PROBLEM_TYPE)
    .setHeader("cache-control", "no-store")
    .send(JSON.stringify(details));
}

const isTooLarge = (error: unknown): error is { limit: number } =>
  typeof error === "object" && error !== null && (error as { type?: string }).type === "entity.too.large";

const isClientFault = (error: unknown): boolean => {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === "number" && status >= 400 && status < 500 && !(error instanceof MatrixError);
};
