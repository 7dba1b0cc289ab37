import type { Tx } from "../kernel/store.ts";

export interface InboxEvent {
  readonly eventId: string;
  readonly matrixRoomId: string;
  /** The event as the homeserver gave it: ciphertext for everything that matters. */
  readonly body: string;
}

/** Keeps events; those that are there already are left as they are. Gives the ids that are new. */
export async function insertEvents(tx: Tx, events: readonly InboxEvent[]): Promise<Set<string>> {
  if (events.length === 0) return new Set();
  const ids = events.map(({ eventId }) => eventId);
  const rooms = events.map(({ matrixRoomId }) => matrixRoomId);
  const bodies = events.map(({ body }) => body);
  const rows = await tx.$queryRaw<{ event_id: string }[]>`
    insert into inbox_event (event_id, matrix_room_id, body, state)
    select *, 'pending' from unnest(${ids}::text[], ${rooms}::text[], ${bodies}::text[])
    on conflict (event_id) do nothing returning event_id`;
  return new Set(rows.map((row) => row.event_id));
}

/** Events nobody has finished, in the order they came. */
export async function unfinishedEvents(tx: Tx, state: "pending" | "parked"): Promise<InboxEvent[]> {
  return tx.inboxEvent.findMany({
    where: { state },
    orderBy: { position: "asc" },
    select: { eventId: true, matrixRoomId: true, body: true },
  });
}

/** Takes the event for good: false when it was done before. Part of the act that handles it. */
export async function claimEvent(tx: Tx, eventId: string): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update inbox_event set state = 'done', done_at = now() where event_id = ${eventId} and state <> 'done'`;
  return changed === 1;
}

export async function finishEvents(tx: Tx, eventIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    update inbox_event set state = 'done', done_at = now() where event_id = any(${[...eventIds]}::text[])`;
}

/** Its key has not come: set aside until it does. */
export async function parkEvent(tx: Tx, eventId: string, sessionId: string): Promise<void> {
  await tx.$executeRaw`
    update inbox_event set state = 'parked', session_id = ${sessionId}, attempts = attempts + 1,
      parked_at = coalesce(parked_at, now())
    where event_id = ${eventId} and state <> 'done'`;
}

export async function parkedSince(tx: Tx, before: Date): Promise<InboxEvent[]> {
  return tx.inboxEvent.findMany({
    where: { state: "parked", parkedAt: { lt: before } },
    select: { eventId: true, matrixRoomId: true, body: true },
  });
}

/** Forgets what was handled long ago; Synapse does not repeat it by then. */
export async function deleteDoneBefore(tx: Tx, before: Date): Promise<number> {
  return (await tx.inboxEvent.deleteMany({ where: { state: "done", doneAt: { lt: before } } })).count;
}

export async function countByState(tx: Tx): Promise<Record<string, number>> {
  const rows = await tx.inboxEvent.groupBy({ by: ["state"], _count: { _all: true } });
  return Object.fromEntries(rows.map((row) => [row.state, row._count._all]));
}

/** Small facts a bot must not forget. */
export async function readBotState(tx: Tx, botUserId: string, key: string): Promise<string | undefined> {
  const row = await tx.botState.findUnique({ where: { botUserId_key: { botUserId, key } } });
  return row?.value;
}

export async function writeBotState(tx: Tx, botUserId: string, key: string, value: string): Promise<void> {
  const where = { botUserId_key: { botUserId, key } };
  await tx.botState.upsert({ where, create: { botUserId, key, value }, update: { value } });
}
