import type { Request, Response } from "express";

export const SESSION_COOKIE = "tsunagi_session";

/** One cookie's value; the first when it comes twice, undefined when it cannot be read. */
export function readCookie({ headers }: Pick<Request, "headers">, name: string): string | undefined {
  const pairs = (headers.cookie ?? "").split(";").map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  try {
    return value ? decodeURIComponent(value) : undefined;
  } catch {
    return undefined; // not one of ours
  }
}

/** Out of scripts' reach, never sent from another site, only over TLS where there is TLS. */
export function writeSessionCookie(response: Response, token: string, secure: boolean): void {
  response.cookie(SESSION_COOKIE, token, { httpOnly: true, sameSite: "strict", secure, path: "/api" });
}

export function clearSessionCookie(response: Response, secure: boolean): void {
  response.clearCookie(SESSION_COOKIE, { httpOnly: true, sameSite: "strict", secure, path: "/api" });
}
