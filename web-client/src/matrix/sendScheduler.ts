import { HTTPError, safeGetRetryAfterMs } from "matrix-js-sdk/lib/http-api/errors.js";
import { MatrixScheduler } from "matrix-js-sdk/lib/scheduler.js";

const PATIENCE = 3;
const GIVE_UP = -1;

/**
 * How often a message is tried again before it counts as not sent: a few seconds' dead spot is bridged, after that the
 * person sees 未送信 and it goes out by itself when the line is back (see `resending.ts`).
 */
export function sendScheduler(): MatrixScheduler {
  return new MatrixScheduler((_event, attempts, error) => retryDelay(attempts, error, navigator.onLine));
}

/** @returns milliseconds to wait, or -1 to give up */
export function retryDelay(attempts: number, error: unknown, online: boolean): number {
  if (!online) return GIVE_UP;
  const status = error instanceof HTTPError ? (error.httpStatus ?? 0) : 0;
  if (status === 429 && attempts <= 10) return safeGetRetryAfterMs(error, 2000);
  if (status >= 400 && status < 500) return GIVE_UP;
  return attempts > PATIENCE ? GIVE_UP : 1000 * 2 ** (attempts - 1);
}
