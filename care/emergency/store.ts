import type { CardSection } from "@tsunagi/contracts/codes/emergency";
import type { Role } from "@tsunagi/contracts/codes/roles";
import type { HubRoomId, OrganisationId, PersonId, StaffId } from "@tsunagi/contracts/ids";
import type { Tx } from "../kernel/store.ts";

/** One version of one section of somebody's card. */
export interface SectionRow {
  readonly personId: PersonId;
  readonly section: CardSection;
  readonly version: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly keyVersion: number;
  readonly savedAt: Date;
  readonly savedById: StaffId;
  readonly savedByOrgId: OrganisationId;
  readonly savedByRole: Role;
  /** The summary of another system it was taken from, sealed; null = written here. */
  readonly importedFrom: string | null;
}

export interface ConfirmationRow {
  readonly personId: PersonId;
  readonly section: CardSection;
  readonly version: number;
  readonly confirmedAt: Date;
  readonly confirmedById: StaffId;
  readonly confirmedByOrgId: OrganisationId;
  readonly confirmedByRole: Role;
}

/** The newest version of every section that was filled in. */
export async function newestSections(tx: Tx, personId: PersonId): Promise<SectionRow[]> {
  return (await tx.emergencySection.findMany({
    where: { personId },
    distinct: ["section"],
    orderBy: [{ section: "asc" }, { version: "desc" }],
  })) as SectionRow[];
}

/** All versions of one section, newest first. */
export async function versionsOf(tx: Tx, personId: PersonId, section: CardSection): Promise<SectionRow[]> {
  const orderBy = { version: "desc" as const };
  return (await tx.emergencySection.findMany({ where: { personId, section }, orderBy })) as SectionRow[];
}

export async function insertSection(tx: Tx, row: SectionRow): Promise<void> {
  await tx.emergencySection.create({ data: row });
}

/** The last confirmation of every section's newest confirmed version. */
export async function newestConfirmations(tx: Tx, personId: PersonId): Promise<ConfirmationRow[]> {
  return (await tx.emergencyConfirmation.findMany({
    where: { personId },
    distinct: ["section"],
    orderBy: [{ section: "asc" }, { version: "desc" }, { confirmedAt: "desc" }],
  })) as unknown as ConfirmationRow[];
}

export async function insertConfirmations(tx: Tx, rows: readonly ConfirmationRow[]): Promise<void> {
  await tx.emergencyConfirmation.createMany({ data: [...rows] });
}

/** Somebody whose card should be confirmed again, and the room to say so in. */
export interface DueCard {
  readonly personId: PersonId;
  readonly roomId: HubRoomId;
}

/**
 * People with a team in an open room and a consent that stands, one of whose sections was confirmed (or written, when
 * never confirmed) before `cutoff`, and who were not reminded of since `remindedBefore`.
 */
export async function dueCards(
  tx: Tx,
  input: { readonly cutoff: Date; readonly remindedBefore: Date; readonly limit: number },
): Promise<DueCard[]> {
  const rows = await tx.$queryRaw<{ person_id: PersonId; room_id: HubRoomId }[]>`
    with newest as (
      select distinct on (person_id, section) person_id, section, version, saved_at
      from emergency_section order by person_id, section, version desc)
    select n.person_id, r.id as room_id
    from newest n
    join team t on t.person_id = n.person_id and t.state = 'active'
    join room r on r.team_id = t.id and r.state = 'open'
    left join emergency_reminder m on m.person_id = n.person_id
    where (m.reminded_at is null or m.reminded_at < ${input.remindedBefore})
      and exists (select 1 from consent c
        where c.person_id = n.person_id and c.withdrawn_at is null and 'emergency' = any(c.scopes))
      and coalesce((select max(c.confirmed_at) from emergency_confirmation c
        where c.person_id = n.person_id and c.section = n.section and c.version = n.version), n.saved_at)
        < ${input.cutoff}
    group by n.person_id, r.id order by n.person_id limit ${input.limit}`;
  return rows.map((row) => ({ personId: row.person_id, roomId: row.room_id }));
}

/** Remembers the reminder; false when another run was faster. */
export async function markReminded(tx: Tx, personId: PersonId, at: Date, remindedBefore: Date): Promise<boolean> {
  const count = await tx.$executeRaw`
    insert into emergency_reminder (person_id, reminded_at) values (${personId}, ${at})
    on conflict (person_id) do update set reminded_at = ${at}
    where emergency_reminder.reminded_at < ${remindedBefore}`;
  return count > 0;
}
