import { logger } from "matrix-js-sdk/lib/logger.js";

/** The SDK tells its life to the console, children of its logger too. */
export function silenceSdk(): void {
  const quiet = () => undefined;
  const silent = logger as unknown as Record<string, unknown>;
  for (const level of ["trace", "debug", "info", "log", "warn", "error"]) silent[level] = quiet;
  silent["getChild"] = () => silent;
}

silenceSdk();
