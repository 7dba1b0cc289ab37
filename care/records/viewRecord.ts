import type { PersonId, RecordId } from "@tsunagi/contracts/ids";
import type { CareRecordView } from "@tsunagi/contracts/rest/records";
import type { Unit } from "../kernel/unit.ts";
import { namesOfStaff } from "../staff/names.ts";
import { organisationNames, type RecordRow } from "./store.ts";

/** What is sealed in a record. */
export interface SealedRecord {
  readonly text: string;
  readonly reason: string;
}

export const recordPurpose = (id: RecordId): string => `record:${id}`;

/** Opens records with the names of those who wrote them. Rights and audit rows are the use case's matter. */
export async function viewRecords(
  unit: Unit,
  personId: PersonId,
  rows: readonly RecordRow[],
): Promise<CareRecordView[]> {
  const names = await namesOfStaff(
    unit.tx,
    rows.flatMap((row) => [row.authorId, row.enteredById]),
  );
  const organisations = await organisationNames(
    unit.tx,
    rows.map((row) => row.authorOrgId),
  );
  const views: CareRecordView[] = [];
  for (const row of rows) {
    const { text, reason } = await unit.vault.openFor<SealedRecord>(unit.tx, personId, row, recordPurpose(row.id));
    views.push({
      id: row.id,
      seriesId: row.seriesId,
      version: row.version,
      status: row.status,
      kind: row.kind,
      text,
      reason,
      personId,
      teamId: row.teamId,
      author: {
        staffId: row.authorId,
        name: names.get(row.authorId) ?? "",
        role: row.authorRole,
        organisationName: organisations.get(row.authorOrgId) ?? "",
      },
      enteredBy:
        row.enteredById === row.authorId ? null : { staffId: row.enteredById, name: names.get(row.enteredById) ?? "" },
      occurredAt: row.occurredAt.toISOString(),
      recordedAt: row.recordedAt.toISOString(),
      source: row.sourceRoomId && row.sourceEventId ? { roomId: row.sourceRoomId, eventId: row.sourceEventId } : null,
    });
  }
  return views;
}

export async function viewRecord(unit: Unit, row: RecordRow): Promise<CareRecordView> {
  const [view] = await viewRecords(unit, row.personId, [row]);
  if (!view) throw new Error("one row gives one view");
  return view;
}
