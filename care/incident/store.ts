import type { IncidentRequestState } from "@tsunagi/contracts/codes/incident";
import type {
  IncidentEntryId,
  IncidentId,
  IncidentMediaId,
  IncidentRequestId,
  MatrixRoomId,
  OrganisationId,
  PersonId,
  StaffId,
} from "@tsunagi/contracts/ids";
import type { Tx } from "../kernel/store.ts";
import { keyMark } from "../vault/sealing.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface IncidentRow {
  readonly id: IncidentId;
  readonly code: string;
  readonly personId: PersonId | null;
  readonly crewOrgId: OrganisationId;
  readonly openedById: StaffId;
  readonly openedAt: Date;
  readonly state: "open" | "closed";
  readonly sealedKey: Bytes;
  readonly sealed: Bytes;
  readonly closedAt: Date | null;
}

export interface RequestRow {
  readonly id: IncidentRequestId;
  readonly incidentId: IncidentId;
  readonly organisationId: OrganisationId;
  readonly state: IncidentRequestState;
  readonly reason: string | null;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly answeredById: StaffId | null;
  /** When the crew told it who it is. */
  readonly namedAt: Date | null;
}

export interface EntryRow {
  readonly id: IncidentEntryId;
  readonly version: number;
  readonly incidentId: IncidentId;
  readonly cancelled: boolean;
  readonly sealed: Bytes;
  readonly authorId: StaffId;
  readonly authorOrgId: OrganisationId;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
}

export interface MediaRow {
  readonly id: IncidentMediaId;
  readonly incidentId: IncidentId;
  readonly mediaType: string;
  readonly sealedKey: Bytes | null;
  readonly chunks: number | null;
  readonly createdById: StaffId;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly erasedAt: Date | null;
}

export async function insertIncident(tx: Tx, row: IncidentRow): Promise<void> {
  await tx.incident.create({ data: row });
}

export async function loadIncident(tx: Tx, id: IncidentId): Promise<IncidentRow | null> {
  return (await tx.incident.findUnique({ where: { id } })) as IncidentRow | null;
}

export async function incidentsByIds(tx: Tx, ids: readonly IncidentId[]): Promise<Map<IncidentId, IncidentRow>> {
  const rows = (await tx.incident.findMany({ where: { id: { in: [...ids] } } })) as IncidentRow[];
  return new Map(rows.map((row) => [row.id, row]));
}

/** The transport a Matrix room is about. */
export async function incidentOfRoom(tx: Tx, matrixRoomId: MatrixRoomId): Promise<IncidentId | null> {
  const row = await tx.room.findUnique({ where: { matrixRoomId }, select: { incidentId: true } });
  return (row?.incidentId as IncidentId | undefined) ?? null;
}

/** The row itself, locked until the commit: crew and hospitals act at the same time. */
export async function lockIncident(tx: Tx, id: IncidentId): Promise<IncidentRow | null> {
  await tx.$queryRaw`select id from incident where id = ${id} for update`;
  return loadIncident(tx, id);
}

export async function closeRow(tx: Tx, id: IncidentId, closedAt: Date): Promise<void> {
  await tx.incident.update({ where: { id }, data: { state: "closed", closedAt } });
}

/** Open ones, and those whose summary can still be read. */
export async function currentIncidentsOf(
  tx: Tx,
  organisationIds: readonly OrganisationId[],
  now: Date,
): Promise<IncidentRow[]> {
  const current = [{ state: "open" }, { summary: { is: { expiresAt: { gt: now } } } }];
  const where = { crewOrgId: { in: [...organisationIds] }, OR: current };
  return (await tx.incident.findMany({ where, orderBy: { openedAt: "desc" } })) as IncidentRow[];
}

/** Hospitals and how they are reached. */
export async function hospitals(tx: Tx): Promise<{ id: OrganisationId; name: string; phone: string }[]> {
  const rows = await tx.organisation.findMany({
    where: { kind: "hospital" },
    select: { id: true, name: true, phone: true },
    orderBy: [{ nameKana: "asc" }, { id: "asc" }],
  });
  return rows as { id: OrganisationId; name: string; phone: string }[];
}

/** @returns false when the hospital was asked already */
export async function insertRequest(tx: Tx, row: RequestRow): Promise<boolean> {
  const { count } = await tx.incidentRequest.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}

export async function loadRequest(tx: Tx, id: IncidentRequestId): Promise<RequestRow | null> {
  return (await tx.incidentRequest.findUnique({ where: { id } })) as RequestRow | null;
}

export async function requestsOf(tx: Tx, incidentId: IncidentId): Promise<RequestRow[]> {
  return (await tx.incidentRequest.findMany({
    where: { incidentId },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
  })) as RequestRow[];
}

const RECEIVED_LIMIT = 100;

export async function requestsTo(tx: Tx, organisationIds: readonly OrganisationId[]): Promise<RequestRow[]> {
  return (await tx.incidentRequest.findMany({
    where: { organisationId: { in: [...organisationIds] } },
    orderBy: { askedAt: "desc" },
    take: RECEIVED_LIMIT,
  })) as RequestRow[];
}

export async function updateRequest(
  tx: Tx,
  id: IncidentRequestId,
  data: Partial<Pick<RequestRow, "state" | "reason" | "answeredAt" | "answeredById" | "namedAt">>,
): Promise<void> {
  await tx.incidentRequest.update({ where: { id }, data });
}

export async function insertEntry(tx: Tx, row: EntryRow): Promise<void> {
  await tx.incidentEntry.create({ data: row });
}

/** The newest version of each entry, newest first. */
export async function entriesOf(tx: Tx, incidentId: IncidentId): Promise<EntryRow[]> {
  const rows = (await tx.incidentEntry.findMany({
    where: { incidentId },
    orderBy: [{ occurredAt: "desc" }, { id: "asc" }, { version: "desc" }],
  })) as EntryRow[];
  return rows.filter((row, i) => rows[i - 1]?.id !== row.id);
}

export interface Member {
  readonly incidentId: IncidentId;
  readonly staffId: StaffId;
  readonly organisationId: OrganisationId;
  readonly joinedAt: Date;
}

/** @returns false when they are in it already */
export async function putMember(tx: Tx, member: Member): Promise<boolean> {
  const { count } = await tx.incidentMember.createMany({ data: [member], skipDuplicates: true });
  return count === 1;
}

export async function endMembers(tx: Tx, incidentId: IncidentId, leftAt: Date): Promise<void> {
  await tx.incidentMember.updateMany({ where: { incidentId, leftAt: null }, data: { leftAt } });
}

export async function insertMedia(tx: Tx, row: MediaRow): Promise<void> {
  await tx.incidentMedia.create({ data: row });
}

export async function loadMedia(tx: Tx, incidentId: IncidentId, id: IncidentMediaId): Promise<MediaRow | null> {
  return (await tx.incidentMedia.findFirst({ where: { id, incidentId } })) as MediaRow | null;
}

export async function mediaOf(tx: Tx, incidentId: IncidentId): Promise<MediaRow[]> {
  return (await tx.incidentMedia.findMany({ where: { incidentId }, orderBy: { createdAt: "desc" } })) as MediaRow[];
}

/** Which pieces have arrived, in order, for each. */
export async function receivedOf(tx: Tx, ids: readonly IncidentMediaId[]): Promise<Map<string, number[]>> {
  const rows = await tx.incidentChunk.findMany({
    where: { mediaId: { in: [...ids] } },
    select: { mediaId: true, seq: true },
    orderBy: [{ mediaId: "asc" }, { seq: "asc" }],
  });
  const received = new Map<string, number[]>();
  for (const { mediaId, seq } of rows) received.set(mediaId, [...(received.get(mediaId) ?? []), seq]);
  return received;
}

/** The first copy of a piece stays. */
export async function putChunk(tx: Tx, mediaId: IncidentMediaId, seq: number, bytes: Bytes): Promise<void> {
  await tx.incidentChunk.createMany({ data: [{ mediaId, seq, bytes }], skipDuplicates: true });
}

export async function loadChunk(tx: Tx, mediaId: IncidentMediaId, seq: number): Promise<Uint8Array | null> {
  return (await tx.incidentChunk.findUnique({ where: { mediaId_seq: { mediaId, seq } } }))?.bytes ?? null;
}

export async function setChunks(tx: Tx, id: IncidentMediaId, chunks: number): Promise<void> {
  await tx.incidentMedia.update({ where: { id }, data: { chunks } });
}

/** Deletes key and pieces of everything that has expired; what is erased already is left alone. */
export async function eraseMediaBefore(tx: Tx, now: Date): Promise<{ id: IncidentMediaId; incidentId: IncidentId }[]> {
  const rows = await tx.incidentMedia.findMany({
    where: { erasedAt: null, expiresAt: { lte: now } },
    select: { id: true, incidentId: true },
  });
  const ids = rows.map(({ id }) => id);
  await tx.incidentChunk.deleteMany({ where: { mediaId: { in: ids } } });
  await tx.incidentMedia.updateMany({ where: { id: { in: ids } }, data: { sealedKey: null, erasedAt: now } });
  return rows as { id: IncidentMediaId; incidentId: IncidentId }[];
}

/** Transports whose data key is wrapped by an older key-encryption key. */
export async function keysSealedByOthers(
  tx: Tx,
  kek: string,
  limit: number,
): Promise<{ id: IncidentId; sealedKey: Bytes }[]> {
  const mark = keyMark(kek);
  return tx.$queryRaw`
    select id, sealed_key as "sealedKey" from incident
    where substring(sealed_key from 1 for ${mark.length}::int) <> ${mark}
    order by id limit ${limit} for update`;
}

export async function replaceKey(tx: Tx, id: IncidentId, sealedKey: Bytes): Promise<void> {
  await tx.incident.update({ where: { id }, data: { sealedKey } });
}
