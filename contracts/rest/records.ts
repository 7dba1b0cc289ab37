import { z } from "zod";
import { recordKinds, recordStatuses } from "../codes/recordKinds.ts";
import { matrixEventId, matrixRoomId, personId, recordId, staffId, teamId } from "../ids.ts";
import { line, prose } from "../text.ts";
import { endpoint } from "./endpoint.ts";

export const recordText = prose(4000);

export const careRecord = z
  .object({
    id: recordId,
    /** The same for all versions of one record. */
    seriesId: recordId,
    version: z.number().int().positive(),
    status: recordStatuses.schema,
    kind: recordKinds.schema,
    text: z.string(),
    personId,
    teamId,
    author: z.object({ staffId, name: z.string(), role: z.string(), organisationName: z.string() }),
    /** Who typed it, when that was somebody else (代行入力). */
    enteredBy: z.object({ staffId, name: z.string() }).nullable(),
    occurredAt: z.iso.datetime(),
    recordedAt: z.iso.datetime(),
    /** Why this version replaced the one before, or why it was cancelled. */
    reason: z.string(),
    source: z.object({ roomId: matrixRoomId, eventId: matrixEventId }).nullable(),
  })
  .meta({ id: "CareRecord" });
export type CareRecordView = z.infer<typeof careRecord>;

const recordParams = z.object({ recordId });

export const listRecords = endpoint({
  method: "GET",
  path: "/people/{personId}/records",
  tag: "records",
  summary: "A person's records, newest first",
  requires: "record.read",
  params: z.object({ personId }),
  query: z.object({
    kind: recordKinds.schema.optional(),
    since: z.iso.date().optional(),
    history: z.enum(["current", "all"]).default("current"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    before: z.iso.datetime().optional(),
  }),
  response: z.object({ records: z.array(careRecord), more: z.boolean() }),
});

export const writeRecord = endpoint({
  method: "POST",
  path: "/people/{personId}/records",
  tag: "records",
  summary: "Write a record; the team sees it in the room",
  requires: "record.write",
  params: z.object({ personId }),
  body: z.object({
    kind: recordKinds.schema,
    text: recordText,
    occurredAt: z.iso.datetime().optional(),
    onBehalfOf: staffId.optional(),
  }),
  response: careRecord,
  problems: ["consentMissing", "teamClosed"],
});

export const correctRecord = endpoint({
  method: "POST",
  path: "/records/{recordId}/correct",
  tag: "records",
  summary: "Correct a record by a new version; the old one is kept",
  requires: "record.amend",
  params: recordParams,
  body: z.object({ text: recordText, kind: recordKinds.schema.optional(), reason: line(200) }),
  response: careRecord,
  problems: ["recordNotCurrent"],
});

export const cancelRecord = endpoint({
  method: "POST",
  path: "/records/{recordId}/cancel",
  tag: "records",
  summary: "Cancel a record (取消): it stays readable, struck out, with the reason",
  requires: "record.amend",
  params: recordParams,
  body: z.object({ reason: line(200) }),
  response: careRecord,
  problems: ["recordNotCurrent"],
});

export const readRecordHistory = endpoint({
  method: "GET",
  path: "/records/{recordId}/history",
  tag: "records",
  summary: "All versions of a record, newest first",
  requires: "record.read",
  params: recordParams,
  response: z.object({ versions: z.array(careRecord) }),
});
