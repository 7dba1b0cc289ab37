import type { BulletinId, MatrixUserId, OrganisationId, StaffId } from "@tsunagi/contracts/ids";
import type { Tx } from "../../kernel/store.ts";

/** Somebody has read a version of a bulletin for an organisation it was meant for. */
export interface Reading {
  readonly bulletinId: BulletinId;
  readonly organisationId: OrganisationId;
  readonly staffId: StaffId;
  readonly version: number;
  readonly readAt: Date;
}

/**
 * The one way 既読 comes about, however it was read: opened on the board, answered, or seen in the facility's room. The
 * first time counts. The row is itself the trace of who read what when: a read receipt leaves no other.
 */
export async function markRead(tx: Tx, rows: readonly Reading[]): Promise<void> {
  if (rows.length > 0) await tx.bulletinReading.createMany({ data: [...rows], skipDuplicates: true });
}

/** Somebody's read receipt: in this room they have read up to this event (Matrix client-server API, "Receipts"). */
export interface Receipt {
  readonly matrixRoomId: string;
  readonly userId: MatrixUserId;
  readonly eventId: string;
  readonly at: Date;
}

/** A reading a receipt may be worth. */
export interface ReceiptReading extends Reading {
  readonly matrixRoomId: string;
  readonly eventId: string;
  /** When the bulletin had gone into the room. */
  readonly sentAt: Date;
  /** The receipt is the bulletin's own. */
  readonly exact: boolean;
  /** When the receipt's event came into being; null when the hub does not know that event. */
  readonly eventAt: Date | null;
}

/**
 * What these receipts may have read: newest versions, gone into an organisation's room, not yet read by somebody who
 * works there. One statement for any number of receipts; most of them find nothing.
 */
export async function unreadAtReceipts(tx: Tx, receipts: readonly Receipt[]): Promise<ReceiptReading[]> {
  const column = <T>(pick: (receipt: Receipt) => T): T[] => receipts.map(pick);
  return tx.$queryRaw<ReceiptReading[]>`
    select distinct on (c.bulletin_id, c.organisation_id, s.id, g.event_id)
      c.bulletin_id as "bulletinId", c.organisation_id as "organisationId", s.id as "staffId", b.version,
      g.at as "readAt", g.room as "matrixRoomId", g.event_id as "eventId", q.sent_at as "sentAt",
      q.result is not distinct from g.event_id as exact,
      coalesce(to_timestamp((i.body::jsonb ->> 'origin_server_ts')::double precision / 1000), o.sent_at) as "eventAt"
    from unnest(${column((r) => r.matrixRoomId)}::text[], ${column((r) => r.userId)}::text[],
      ${column((r) => r.eventId)}::text[], ${column((r) => r.at)}::timestamptz[]) as g(room, user_id, event_id, at)
    join room r on r.matrix_room_id = g.room and r.organisation_id is not null
    join staff s on s.matrix_user_id = g.user_id
    join membership m on m.staff_id = s.id and m.organisation_id = r.organisation_id and m.ended_at is null
    join bulletin_recipient c on c.organisation_id = r.organisation_id
    join bulletin b on b.id = c.bulletin_id and b.cancelled_at is null
    join outbox_message q on q.state = 'sent' and
      q.idempotency_key = 'room.notice:' || c.room_id || ':bulletin:' || c.bulletin_id || ':' || b.version
    left join inbox_event i on i.event_id = g.event_id
    left join lateral (select n.sent_at from outbox_message n where n.state = 'sent' and n.result = g.event_id and
      n.lane in ('room:' || r.id, 'room:' || r.id || ':bulletin:routine', 'room:' || r.id || ':bulletin:urgent')
      limit 1) o on true
    where not exists (select 1 from bulletin_reading d where d.bulletin_id = c.bulletin_id
      and d.organisation_id = c.organisation_id and d.staff_id = s.id and d.version = b.version)
    order by c.bulletin_id, c.organisation_id, s.id, g.event_id, g.at`;
}
