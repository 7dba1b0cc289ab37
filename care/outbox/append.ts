import type { Tx } from "../kernel/store.ts";
import type { Vault } from "../vault/vault.ts";
import { type OutboxInput, PRIORITY } from "./messages.ts";
import { insertMessage } from "./store.ts";

/** What sealed outbox payloads are bound to. */
export const OUTBOX_PURPOSE = "outbox";

/** Puts a message into the outbox, in the caller's transaction. A key that is there already changes nothing. */
export async function appendToOutbox(tx: Tx, vault: Vault, message: OutboxInput): Promise<void> {
  const { lane, kind, key, payload, priority = PRIORITY.usual } = message;
  const sealed = vault.sealSystem(payload, OUTBOX_PURPOSE);
  await insertMessage(tx, { lane, kind, idempotencyKey: key, sealed, priority });
}
