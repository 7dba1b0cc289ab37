import type { RecordKind } from "@tsunagi/contracts/codes/recordKinds";
import type { PersonId, RecordId } from "@tsunagi/contracts/ids";
import type { CareRecordView } from "@tsunagi/contracts/rest/records";
import { found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { findRecords, loadRecord, versionsOf } from "./store.ts";
import { viewRecords } from "./viewRecord.ts";

export interface RecordQuery {
  readonly personId: PersonId;
  readonly kind?: RecordKind | undefined;
  readonly since?: Date | undefined;
  readonly before?: Date | undefined;
  readonly history: "current" | "all";
  readonly limit: number;
}

/** A person's records, newest first; the reading is recorded with which ones were shown. */
export async function listRecords(
  unit: StaffUnit,
  query: RecordQuery,
): Promise<{ records: CareRecordView[]; more: boolean }> {
  const { personId } = query;
  const job = await authorise(unit, "record.read", { personId });
  const rows = await findRecords(unit.tx, query);
  const shown = rows.slice(0, query.limit);
  unit.audit({ action: "record.read", job, personId, detail: { records: shown.map(({ id }) => id) } });
  return { records: await viewRecords(unit, personId, shown), more: rows.length > query.limit };
}

/** All versions of one record, newest first. */
export async function readRecordHistory(unit: StaffUnit, input: { recordId: RecordId }): Promise<CareRecordView[]> {
  const { personId, seriesId } = found(await loadRecord(unit.tx, input.recordId));
  const job = await authorise(unit, "record.read", { personId });
  unit.audit({ action: "record.readHistory", job, personId, subjectId: seriesId });
  return viewRecords(unit, personId, await versionsOf(unit.tx, seriesId));
}
