import type { Tx } from "../kernel/store.ts";

export interface CommandRun {
  readonly eventId: string;
  readonly command: string;
  /** It was not understood or not allowed: an edit may still mend it. */
  readonly refused: boolean;
  /** Outbox key of the answer. */
  readonly answerKey: string;
  readonly at: Date;
}

export async function findRun(tx: Tx, eventId: string): Promise<CommandRun | null> {
  return tx.commandRun.findUnique({ where: { eventId } });
}

/** Keeps what became of a command; a mended one takes the place of the refused one. */
export async function putRun(tx: Tx, { eventId, command, refused, answerKey, at }: CommandRun): Promise<void> {
  await tx.$executeRaw`
    insert into command_run (event_id, command, refused, answer_key, at)
    values (${eventId}, ${command}, ${refused}, ${answerKey}, ${at})
    on conflict (event_id) do update set command = excluded.command, refused = excluded.refused,
      answer_key = excluded.answer_key, at = excluded.at`;
}

export async function deleteRunsBefore(tx: Tx, before: Date): Promise<number> {
  return (await tx.commandRun.deleteMany({ where: { at: { lt: before } } })).count;
}
