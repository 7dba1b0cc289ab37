import type { PersonId } from "@tsunagi/contracts/ids";
import type { Actor, Channel, Job } from "../kernel/actor.ts";
import type { Tx } from "../kernel/store.ts";
import type { Vault } from "../vault/vault.ts";
import { type AuditRow, chainStateMac, rowMac } from "./chain.ts";
import { appendRows, lockChain } from "./store.ts";

/** What a use case says it did. Details are ids, codes and counts, never a personal fact. */
export interface AuditInput {
  readonly action: string;
  /** null = it concerns nobody, or nobody knows whom. */
  readonly personId?: PersonId | null;
  readonly subjectId?: string;
  /** The job that gave the right; its organisation stands in the row. */
  readonly job?: Job;
  readonly outcome?: "allowed" | "denied";
  readonly detail?: Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
}

export interface AuditContext {
  readonly at: Date;
  readonly actor: Actor;
  readonly channel: Channel;
  readonly correlationId: string;
}

const CHAIN = 1;

/**
 * Appends rows to the hash chain inside the act's own transaction, as its last step: the chain's lock is held only
 * until the commit that follows.
 */
export async function appendAudit(
  tx: Tx,
  vault: Vault,
  context: AuditContext,
  entries: readonly AuditInput[],
): Promise<void> {
  const head = await lockChain(tx, CHAIN);
  let { lastSeq, lastMac } = head;
  const rows = entries.map((entry) => {
    lastSeq += 1n;
    const row = toRow(context, entry, lastSeq);
    lastMac = rowMac(vault, row, lastMac);
    return { ...row, mac: lastMac };
  });
  await appendRows(tx, rows, { chain: CHAIN, lastSeq, lastMac, mac: chainStateMac(vault, CHAIN, lastSeq, lastMac) });
}

function toRow({ at, actor, channel, correlationId }: AuditContext, entry: AuditInput, seq: bigint): AuditRow {
  const job = entry.job ?? (actor.kind === "staff" ? actor.jobs[0] : undefined);
  return {
    chain: CHAIN,
    seq,
    at,
    actorStaffId: actor.kind === "staff" ? actor.staffId : null,
    actorOrgId: job?.organisationId ?? null,
    actorRole: job?.role ?? null,
    channel,
    action: entry.action,
    outcome: entry.outcome ?? "allowed",
    personId: entry.personId ?? null,
    subjectId: entry.subjectId ?? null,
    correlationId,
    detail: JSON.stringify(entry.detail ?? {}),
  };
}
