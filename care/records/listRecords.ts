import type { RecordKind } from "@tsunagi/contracts/codes/recordKinds";
import type { PersonId, RecordId } from "@tsunagi/contracts/ids";
import type { CareRecordView } from "@tsunagi/contracts/rest/records";
import { found } from "../kernel/errors.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { coveredTeams, isCovered, requireCovered } from "./coverage.ts";
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

/**
 * A person's records that a consent covers, newest first; the reading is recorded with which ones were shown. A page
 * holds a little more than `limit` when several records are of the same moment.
 */
export async function listRecords(
  unit: StaffUnit,
  query: RecordQuery,
): Promise<{ records: CareRecordView[]; more: boolean }> {
  const { personId } = query;
  const job = await authorise(unit, "record.read", { personId });
  const covered = await coveredTeams(unit.tx, personId);
  const { rows, more } = await findRecords(unit.tx, { ...query, covered });
  unit.audit({ action: "record.read", job, personId, detail: { records: rows.map(({ id }) => id) } });
  return { records: await viewRecords(unit, personId, rows), more };
}

/**
 * All versions of one record, newest first.
 * @throws CareError forbidden; consentMissing when no consent covers it any more
 */
export async function readRecordHistory(unit: StaffUnit, input: { recordId: RecordId }): Promise<CareRecordView[]> {
  const row = found(await loadRecord(unit.tx, input.recordId));
  const { personId, seriesId } = row;
  const job = await authorise(unit, "record.read", { personId });
  await requireCovered(unit.tx, row);
  unit.audit({ action: "record.readHistory", job, personId, subjectId: seriesId });
  const covered = await coveredTeams(unit.tx, personId);
  const versions = (await versionsOf(unit.tx, seriesId)).filter((version) => isCovered(covered, version));
  return viewRecords(unit, personId, versions);
}
