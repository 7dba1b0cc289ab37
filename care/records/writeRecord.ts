import type { RecordKind } from "@tsunagi/contracts/codes/recordKinds";
import type { MatrixEventId, MatrixRoomId, PersonId, StaffId } from "@tsunagi/contracts/ids";
import type { CareRecordView } from "@tsunagi/contracts/rest/records";
import { requireCoverage } from "../consent/requireConsent.ts";
import { displayName } from "../kernel/actor.ts";
import { CareError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { lockPerson } from "../people/store.ts";
import { authorise } from "../permissions/authorise.ts";
import { tellRoom } from "../rooms/makeRoom.ts";
import { roomOfTeam } from "../rooms/store.ts";
import { insertRecord, type RecordRow, writingPlace } from "./store.ts";
import { assembleView, recordPurpose, type SealedRecord } from "./viewRecord.ts";

export interface NewRecord {
  readonly personId: PersonId;
  readonly kind: RecordKind;
  readonly text: string;
  readonly occurredAt?: Date | undefined;
  /** The team member whose words these are, when somebody else enters them (代行入力). */
  readonly onBehalfOf?: StaffId | undefined;
  /** The message it was made from. */
  readonly source?: { readonly roomId: MatrixRoomId; readonly eventId: MatrixEventId } | undefined;
  /** false when the caller answers in the room by itself. */
  readonly tellRoom: boolean;
}

/**
 * Writes a record of one of the four kinds (R5) into a person's team, sealed with the person's key.
 * @throws CareError forbidden, teamClosed, consentMissing; notMember for `onBehalfOf` somebody outside the team
 */
export async function writeRecord(unit: StaffUnit, input: NewRecord): Promise<CareRecordView> {
  const { personId, kind, source } = input;
  await lockPerson(unit.tx, personId);
  const job = await authorise(unit, "record.write", { personId });
  const authorId = input.onBehalfOf ?? unit.actor.staffId;
  const place = await writingPlace(unit.tx, personId, authorId);
  if (!place) throw new CareError("teamClosed");
  requireCoverage(place.kind, place.scopes);
  const { author, teamId } = place;
  if (!author) throw new CareError("notMember");

  const id = newId("rec");
  const content: SealedRecord = { text: input.text, reason: "" };
  const row: RecordRow = {
    id,
    seriesId: id,
    version: 1,
    personId,
    teamId,
    kind,
    status: "current",
    authorId,
    authorOrgId: author.organisationId,
    authorRole: author.role,
    enteredById: unit.actor.staffId,
    occurredAt: input.occurredAt ?? unit.now,
    recordedAt: unit.now,
    sourceRoomId: source?.roomId ?? null,
    sourceEventId: source?.eventId ?? null,
    ...(await unit.vault.sealFor(unit.tx, personId, content, recordPurpose(id))),
  };
  await insertRecord(unit.tx, row);
  unit.audit({
    action: "record.write",
    job,
    personId,
    subjectId: id,
    detail: { kind, onBehalf: authorId !== unit.actor.staffId },
  });
  const names = { author: author.name, enteredBy: displayName(unit.actor), organisation: place.organisationName };
  const record = assembleView(row, content, names);
  if (input.tellRoom)
    await tellRoom(unit, (await roomOfTeam(unit.tx, teamId)).id, { notice: "recordWritten", record }, id);
  return record;
}
