import { HTTPError } from "matrix-js-sdk/lib/http-api/errors.js";
import { EventStatus, type MatrixEvent } from "matrix-js-sdk/lib/models/event.js";

/** Not sent for want of a line; what the server refused is not repeated by itself. */
export function isStuck({ status, error }: Pick<MatrixEvent, "status" | "error">): boolean {
  if (status !== EventStatus.NOT_SENT) return false;
  const answered = error instanceof HTTPError ? (error.httpStatus ?? 0) : 0;
  return answered < 400 || answered >= 500;
}
