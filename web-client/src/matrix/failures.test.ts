import { ConnectionError, MatrixError } from "matrix-js-sdk/lib/http-api/errors.js";
import { describe, expect, it } from "vitest";
import { MatrixFailure } from "../session/ports.ts";
import { toFailure } from "./failures.ts";
import { retryDelay } from "./sendScheduler.ts";

const refusal = (errcode: string, status: number, more = {}) => new MatrixError({ errcode, ...more }, status);

describe("failures", () => {
  it.each([
    ["M_UNKNOWN_TOKEN", 401, "signedOut"],
    ["M_USER_LOCKED", 401, "suspended"],
    ["M_PASSWORD_TOO_SHORT", 400, "weakPassword"],
    ["M_UNKNOWN", 502, "unreachable"],
    ["M_SOMETHING", 400, "unexpected"],
  ])("of %s with status %i are %s", (errcode, status, code) => {
    expect(toFailure(refusal(errcode, status)).code).toBe(code);
  });

  it("say how long to wait, and in the server's words what is wrong", () => {
    const failure = toFailure(refusal("M_LIMIT_EXCEEDED", 429, { retry_after_ms: 1500, error: "slow down" }));
    expect(failure).toMatchObject({ code: "limited", retryAfterMs: 1500, message: "slow down" });
  });

  it("without an answer mean that the server cannot be reached", () => {
    expect(toFailure(new ConnectionError("down")).code).toBe("unreachable");
    expect(toFailure(new TypeError("Failed to fetch")).code).toBe("unreachable");
  });

  it("stay what they are when they are ours already", () => {
    const failure = new MatrixFailure("storeLost");
    expect(toFailure(failure)).toBe(failure);
  });
});

describe("retryDelay", () => {
  it("bridges a short dead spot, then gives up", () => {
    const lost = new ConnectionError("down");
    expect([1, 2, 3, 4].map((attempt) => retryDelay(attempt, lost, true))).toEqual([1000, 2000, 4000, -1]);
  });

  it("gives up at once when the browser knows of no line, or the server refuses", () => {
    expect(retryDelay(1, new ConnectionError("down"), false)).toBe(-1);
    expect(retryDelay(1, refusal("M_FORBIDDEN", 403), true)).toBe(-1);
  });

  it("waits as long as the server asks", () => {
    expect(retryDelay(5, refusal("M_LIMIT_EXCEEDED", 429, { retry_after_ms: 700 }), true)).toBe(700);
  });
});
