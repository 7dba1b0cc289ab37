import type { RecordKind } from "@tsunagi/contracts/codes/recordKinds";
import type { RecordId } from "@tsunagi/contracts/ids";
import type { CareRecordView } from "@tsunagi/contracts/rest/records";
import type { Job } from "../kernel/actor.ts";
import { CareError, found } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { lockPerson } from "../people/store.ts";
import { authorise } from "../permissions/authorise.ts";
import { tellRoom } from "../rooms/makeRoom.ts";
import { roomOfTeam } from "../rooms/store.ts";
import { requireCovered } from "./coverage.ts";
import { insertRecord, loadRecord, type RecordRow, setRecordStatus } from "./store.ts";
import { recordPurpose, type SealedRecord, viewRecord } from "./viewRecord.ts";

/**
 * Corrects a record by a new version; the old one is kept and says whose it was (真正性). The author, whoever entered
 * it, and colleagues of the author's organisation in the team may.
 * @throws CareError forbidden, recordNotCurrent; consentMissing when no consent covers the record any more
 */
export async function correctRecord(
  unit: StaffUnit,
  input: { recordId: RecordId; text: string; kind?: RecordKind | undefined; reason: string; tellRoom: boolean },
): Promise<CareRecordView> {
  const { row, job } = await lockForAmendment(unit, input.recordId);
  await setRecordStatus(unit.tx, row.id, "superseded");
  const next = await nextVersion(
    unit,
    row,
    { text: input.text, reason: input.reason },
    input.kind ?? row.kind,
    "current",
  );
  const detail = { version: next.version, from: row.id };
  unit.audit({ action: "record.correct", job, personId: row.personId, subjectId: next.id, detail });
  const record = await viewRecord(unit, next);
  if (input.tellRoom) await announce(unit, row, record, "recordCorrected");
  return record;
}

/** Cancels a record (取消): the text stays readable, struck out, with who cancelled it and why. */
export async function cancelRecord(
  unit: StaffUnit,
  input: { recordId: RecordId; reason: string; tellRoom: boolean },
): Promise<CareRecordView> {
  const { row, job } = await lockForAmendment(unit, input.recordId);
  const { text } = await unit.vault.openFor<SealedRecord>(unit.tx, row.personId, row, recordPurpose(row.id));
  await setRecordStatus(unit.tx, row.id, "superseded");
  const next = await nextVersion(unit, row, { text, reason: input.reason }, row.kind, "cancelled");
  unit.audit({ action: "record.cancel", job, personId: row.personId, subjectId: next.id, detail: { from: row.id } });
  const record = await viewRecord(unit, next);
  if (input.tellRoom) await announce(unit, row, record, "recordCancelled");
  return record;
}

async function lockForAmendment(unit: StaffUnit, id: RecordId): Promise<{ row: RecordRow; job: Job }> {
  const { personId } = found(await loadRecord(unit.tx, id));
  await lockPerson(unit.tx, personId);
  const job = await authorise(unit, "record.amend", { personId });
  const row = found(await loadRecord(unit.tx, id));
  await requireCovered(unit.tx, row);
  if (row.status !== "current") throw new CareError("recordNotCurrent");
  const { staffId, jobs } = unit.actor;
  const mine = row.authorId === staffId || row.enteredById === staffId;
  const colleague = jobs.some(({ organisationId }) => organisationId === row.authorOrgId);
  if (!mine && !colleague)
    throw new CareError("forbidden", {}, { denied: { action: "record.amend", personId, subjectId: id } });
  return { row, job };
}

/** The author stays the author; who amended stands as the one who entered this version. */
async function nextVersion(
  unit: StaffUnit,
  row: RecordRow,
  content: SealedRecord,
  kind: RecordKind,
  status: "current" | "cancelled",
): Promise<RecordRow> {
  const id = newId("rec");
  const sealed = await unit.vault.sealFor(unit.tx, row.personId, content, recordPurpose(id));
  const version = row.version + 1;
  const next: RecordRow = {
    ...row,
    id,
    version,
    kind,
    status,
    enteredById: unit.actor.staffId,
    recordedAt: unit.now,
    ...sealed,
  };
  await insertRecord(unit.tx, next);
  return next;
}

async function announce(
  unit: StaffUnit,
  row: RecordRow,
  record: CareRecordView,
  notice: "recordCorrected" | "recordCancelled",
): Promise<void> {
  const room = await roomOfTeam(unit.tx, row.teamId);
  if (room.state !== "closed") await tellRoom(unit, room.id, { notice, record }, record.id);
}
