import type { Request, Response } from "express";

export const SESSION_COOKIE = "tsunagi_session";

/** One cookie's value. */
export function readCookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? "").split(";").map((pair) => pair.trim().split("="));
  const value = pairs.find(([key]) => key === name)?.[1];
  return value ? decodeURIComponent(value) : undefined;
}

/** Out of scripts' reach, never sent from another site, only over TLS where there is TLS. */
export function writeSessionCookie(response: Response, token: string, secure: boolean): void {
  response.cookie(SESSION_COOKIE, token, { httpOnly: true, sameSite: "strict", secure, path: "/api" });
}

export function clearSessionCookie(response: Response, secure: boolean): void {
  response.clearCookie(SESSION_COOKIE, { httpOnly: true, sameSite: "strict", secure, path: "/api" });
}
