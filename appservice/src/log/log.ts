import { type Logger, pino } from "pino";

export type Log = Logger;

/**
 * Structured logs to standard output. They carry ids, codes and counts; what people wrote, names and addresses never
 * reach them: nothing hands a message's content or a request's body to a logger.
 */
export const createLog = (level: string): Log =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ["*.authorization", "*.cookie", "*.password", "*.token", "*.body", "*.content"], remove: true },
  });

/** What a log line may say of an error: its class, message and stack; never the data it was about. */
export function errorFields(error: unknown): { error: string; stack?: string } {
  if (!(error instanceof Error)) return { error: typeof error === "object" ? "no Error was thrown" : String(error) };
  return { error: `${error.name}: ${error.message}`, ...(error.stack ? { stack: error.stack } : {}) };
}
