import type { IncidentId, IncidentMediaId } from "@tsunagi/contracts/ids";
import { type IncidentMediaView, SEALED_CHUNK_BYTES } from "@tsunagi/contracts/rest/incident";
import { CareError, found } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { holdAsCrew, holdAsEither, requireOpen } from "./access.ts";
import { tellIncident } from "./members.ts";
import { openIn, sealIn } from "./sealing.ts";
import { insertMedia, loadChunk, loadMedia, type MediaRow, putChunk, setChunks } from "./store.ts";
import { viewMedia } from "./viewIncident.ts";

const mediaPurpose = (id: IncidentMediaId): string => `incident-media:${id}`;
const HOUR_MS = 3_600_000;

interface Which {
  readonly incidentId: IncidentId;
  readonly mediaId: IncidentMediaId;
}

/** Begins a photo or video. @throws CareError forbidden, incidentClosed */
export async function beginIncidentMedia(
  unit: StaffUnit,
  { incidentId, mediaType, key }: { incidentId: IncidentId; mediaType: string; key: string },
): Promise<IncidentMediaView> {
  const { of, job } = await holdAsCrew(unit, incidentId);
  requireOpen(of);
  const id = newId("inm");
  const row: MediaRow = {
    id,
    incidentId,
    mediaType,
    sealedKey: sealIn(unit, of, key, mediaPurpose(id)),
    chunks: null,
    createdById: unit.actor.staffId,
    createdAt: unit.now,
    expiresAt: new Date(unit.now.getTime() + unit.settings.incidentMediaHours * HOUR_MS),
    erasedAt: null,
  };
  await insertMedia(unit.tx, row);
  unit.audit({ action: "incident.takeMedia", job, subjectId: of.id, detail: { media: id } });
  return viewOne(unit, row);
}

/** Keeps one encrypted piece; the first copy stays. @throws CareError incidentClosed, tooLarge, mediaGone */
export async function putIncidentChunk(
  unit: StaffUnit,
  input: Which & { seq: number; bytes: Uint8Array },
): Promise<void> {
  const { of, job } = await holdAsCrew(unit, input.incidentId);
  requireOpen(of);
  const row = await living(unit, input);
  if (input.bytes.length > SEALED_CHUNK_BYTES) throw new CareError("tooLarge", { limit: String(SEALED_CHUNK_BYTES) });
  await putChunk(unit.tx, row.id, input.seq, Uint8Array.from(input.bytes));
  unit.audit({ action: "incident.sendPiece", job, subjectId: of.id, detail: { media: row.id, seq: input.seq } });
}

/** Says how many pieces there are; the room is told. @throws CareError incidentClosed, mediaGone */
export async function finishIncidentMedia(
  unit: StaffUnit,
  input: Which & { chunks: number },
): Promise<IncidentMediaView> {
  const { of, job } = await holdAsCrew(unit, input.incidentId);
  requireOpen(of);
  const row = await living(unit, input);
  await setChunks(unit.tx, row.id, input.chunks);
  unit.audit({ action: "incident.finishMedia", job, subjectId: of.id, detail: { media: row.id } });
  await tellIncident(unit, of, "media", "", row.id);
  return viewOne(unit, { ...row, chunks: input.chunks });
}

/** The key, for whoever is in the transport now; recorded. @throws CareError forbidden, incidentClosed, mediaGone */
export async function openIncidentMedia(
  unit: StaffUnit,
  which: Which,
): Promise<{ key: string; media: IncidentMediaView }> {
  const of = await holdAsEither(unit, which.incidentId);
  const row = await living(unit, which);
  unit.audit({
    action: "incident.openMedia",
    personId: of.personId,
    subjectId: of.id,
    detail: { media: row.id },
  });
  return { key: openIn<string>(unit, of, row.sealedKey, mediaPurpose(row.id)), media: await viewOne(unit, row) };
}

/** @throws CareError forbidden, incidentClosed, mediaGone, notFound */
export async function readIncidentChunk(
  unit: StaffUnit,
  { seq, ...which }: Which & { seq: number },
): Promise<Uint8Array> {
  const of = await holdAsEither(unit, which.incidentId);
  const row = await living(unit, which);
  unit.audit({ action: "incident.readPiece", subjectId: of.id, detail: { media: row.id, seq } });
  return found(await loadChunk(unit.tx, row.id, seq));
}

async function living(unit: StaffUnit, { incidentId, mediaId }: Which) {
  const row = found(await loadMedia(unit.tx, incidentId, mediaId));
  const { sealedKey } = row;
  if (!sealedKey || row.expiresAt <= unit.now) throw new CareError("mediaGone");
  return { ...row, sealedKey };
}

async function viewOne(unit: StaffUnit, row: MediaRow): Promise<IncidentMediaView> {
  return found((await viewMedia(unit, [row]))[0]);
}
