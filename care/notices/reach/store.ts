import type { NoticeKind, NoticeUrgency } from "@tsunagi/contracts/codes/notices";
import type { StaffId } from "@tsunagi/contracts/ids";
import type { Tx } from "../../kernel/store.ts";

export interface ReachRow {
  readonly subjectId: string;
  readonly occasion: string;
  readonly kind: NoticeKind;
  readonly urgency: NoticeUrgency;
  readonly place: string;
  readonly createdAt: Date;
  readonly name: string;
  readonly organisationName: string;
  readonly devices: number;
  readonly deliveredAt: Date | null;
  readonly shownAt: Date | null;
  readonly actedAt: Date | null;
  readonly fallen: "room" | "people" | "nobody" | null;
  readonly inPlace: boolean;
}

/**
 * Who was told of the newest occasions, and what became of it. Messages are left out: their conversation shows who read.
 * @param whose notices one caused oneself, and those to or from these organisations
 */
export async function reachRows(
  tx: Tx,
  whose: { readonly senderId: StaffId; readonly organisationIds: readonly string[] },
  limits: { readonly occasions: number; readonly rows: number },
): Promise<ReachRow[]> {
  const among = [...whose.organisationIds];
  return tx.$queryRaw<ReachRow[]>`
    with mine as (
      select * from notice
      where kind <> 'chat' and (sender_id = ${whose.senderId}
        or organisation_id = any(${among}::text[]) or sender_org_id = any(${among}::text[]))),
    newest as (
      select occasion, min(created_at) as first from mine group by occasion
      order by first desc limit ${limits.occasions})
    select n.subject_id as "subjectId", n.occasion, n.kind, n.urgency, n.place, w.first as "createdAt",
      s.family_name || ' ' || s.given_name as name, coalesce(o.name, '') as "organisationName",
      d.devices, d.accepted as "deliveredAt", n.shown_at as "shownAt", n.acted_at as "actedAt", n.fallen,
      n.fell_from_id is not null as "inPlace"
    from mine n
    join newest w on w.occasion = n.occasion
    join staff s on s.id = n.staff_id
    left join organisation o on o.id = n.organisation_id
    left join lateral (
      select count(*)::int as devices, min(y.accepted_at) as accepted from notice_delivery y where y.notice_id = coalesce(n.digest_id, n.id)
    ) d on true
    order by w.first desc, n.occasion, (n.shown_at is not null), s.family_kana, s.given_kana, n.id
    limit ${limits.rows}`;
}
