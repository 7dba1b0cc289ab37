import type { Care } from "../../kernel/unit.ts";
import { markOpened } from "../../notices/store.ts";
import { markRead, type Receipt, type ReceiptReading, unreadAtReceipts } from "./store.ts";

export type { Receipt };

/**
 * Whoever has read a facility's room up to a bulletin, or beyond it, has read it (R16). Cheap for thousands: three
 * statements a batch, no audit row each.
 * @param timeOf when an event the hub has not kept came into being; undefined when nobody can say
 * @returns how many readings are new
 */
export async function readByReceipts(
  care: Care,
  receipts: readonly Receipt[],
  timeOf: (matrixRoomId: string, eventId: string) => Promise<Date | undefined>,
): Promise<number> {
  if (receipts.length === 0) return 0;
  const unread = await care.bookkeeping((tx) => unreadAtReceipts(tx, receipts));
  const read: ReceiptReading[] = [];
  for (const reading of unread) {
    const { exact, matrixRoomId, eventId, sentAt } = reading;
    const eventAt = exact ? sentAt : (reading.eventAt ?? (await timeOf(matrixRoomId, eventId)));
    if (eventAt && eventAt >= sentAt) read.push(reading);
  }
  const rows = read.map(({ bulletinId, organisationId, staffId, version, readAt }) => ({
    ...{ bulletinId, organisationId, staffId, version, readAt },
  }));
  const opened = rows.map(({ bulletinId, staffId, readAt }) => ({ staffId, subjectId: bulletinId, at: readAt }));
  await care.bookkeeping((tx) => markOpened(tx, opened));
  await care.bookkeeping((tx) => markRead(tx, rows));
  return rows.length;
}
