import { escaped } from "@tsunagi/care/handover/html/escape";
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
  response.status(details.status).setHeader("cache-control", "no-store");
  if (response.req.accepts([PROBLEM_TYPE, "html"]) === "html") response.type("html").send(pageOf(details));
  else response.type(PROBLEM_TYPE).send(JSON.stringify(details));
}

/** For an address that somebody has opened in a tab of its own: the sentence, and the number to pass on. */
const pageOf = ({ detail, instance }: ReturnType<typeof problemDetails>): string =>
  `<!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>つなぎ</title></head><body><main><h1>表示できませんでした</h1><p>${escaped(detail)}</p><p>番号：${escaped(instance ?? "")}</p></main></body></html>`;

const isTooLarge = (error: unknown): error is { limit: number } =>
  typeof error === "object" && error !== null && (error as { type?: string }).type === "entity.too.large";

const isClientFault = (error: unknown): boolean => {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === "number" && status >= 400 && status < 500 && !(error instanceof MatrixError);
};
