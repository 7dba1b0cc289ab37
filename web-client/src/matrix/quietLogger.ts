import { type Logger, logger } from "matrix-js-sdk/lib/logger.js";

const silence = () => undefined;

/** Says nothing: the SDK's log lines name rooms and people, and a console is readable by whoever borrows the device. */
export const quietLogger: Logger = {
  trace: silence,
  debug: silence,
  info: silence,
  warn: silence,
  error: silence,
  getChild: () => quietLogger,
};

/** Parts of the SDK that were given no logger write to this one. */
export function silenceSdk(): void {
  (logger as unknown as { setLevel(level: string, persist: boolean): void }).setLevel("silent", false);
}
