import type { PersonId, RecordId } from "@tsunagi/contracts/ids";
import type { CareRecordView } from "@tsunagi/contracts/rest/records";
import type { Unit } from "../kernel/unit.ts";
import { organisationNames } from "../organisations/store.ts";
import { namesOfStaff } from "../staff/names.ts";
import type { RecordRow } from "./store.ts";

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
    const content = await unit.vault.openFor<SealedRecord>(unit.tx, personId, row, recordPurpose(row.id));
    views.push(
      assembleView(row, content, {
        author: names.get(row.authorId) ?? "",
        enteredBy: names.get(row.enteredById) ?? "",
        organisation: organisations.get(row.authorOrgId) ?? "",
      }),
    );
  }
  return views;
}

/** A record's view from what is known of it: pure. */
export function assembleView(
  row: RecordRow,
  { text, reason }: SealedRecord,
  names: { readonly author: string; readonly enteredBy: string; readonly organisation: string },
): CareRecordView {
  const { sourceRoomId: roomId, sourceEventId: eventId } = row;
  return {
    id: row.id,
    seriesId: row.seriesId,
    version: row.version,
    status: row.status,
    kind: row.kind,
    text,
    reason,
    personId: row.personId,
    teamId: row.teamId,
    author: { staffId: row.authorId, name: names.author, role: row.authorRole, organisationName: names.organisation },
    enteredBy: row.enteredById === row.authorId ? null : { staffId: row.enteredById, name: names.enteredBy },
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    source: roomId && eventId ? { roomId, eventId } : null,
  };
}

export async function viewRecord(unit: Unit, row: RecordRow): Promise<CareRecordView> {
  const [view] = await viewRecords(unit, row.personId, [row]);
  if (!view) throw new Error("one row gives one view");
  return view;
}
