import { randomUUID } from "node:crypto";
import type { NextFunction, Request, Response } from "express";

const HEADER = "x-request-id";

/** Gives every request an id that stands in its log line, its audit rows and, if it fails, on the person's screen. */
export function correlate(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader(HEADER, randomUUID());
  next();
}

export const correlationId = (response: Response): string => String(response.getHeader(HEADER) ?? "");
