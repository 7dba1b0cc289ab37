import { openDatabase } from "@tsunagi/care/kernel/store";
import { type Care, createCare } from "@tsunagi/care/kernel/unit";
import { Vault } from "@tsunagi/care/vault/vault";
import type { Config } from "../config/config.ts";

/** The use cases without the serving parts: what they send waits in the outbox for the hub. */
export interface Offline {
  readonly care: Care;
  readonly config: Config;
  close(): Promise<void>;
}

/** Walking years of the access log takes its time. */
const LONGEST_COMMAND_MS = 6 * 3_600_000;

export function openOffline(config: Config): Offline {
  const database = openDatabase({ ...config.database, transactionTimeoutMs: LONGEST_COMMAND_MS });
  const vault = new Vault(config.vault);
  const care = createCare({ database, vault, settings: config.care, onOutbox: () => undefined });
  return { care, config, close: () => database.close() };
}

/** One line of JSON for programs, or plain text for people. */
export const print = (value: unknown): void => {
  process.stdout.write(`${typeof value === "string" ? value : JSON.stringify(value)}\n`);
};
