import type { DocumentId, PersonId } from "@tsunagi/contracts/ids";
import { CareError, found } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { StaffUnit } from "../kernel/unit.ts";
import { authorise } from "../permissions/authorise.ts";
import { insertDocument, loadDocument } from "./store.ts";

const SIGNATURES: readonly { readonly mediaType: string; readonly bytes: readonly number[] }[] = [
  { mediaType: "application/pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: "image/jpeg", bytes: [0xff, 0xd8, 0xff] },
  { mediaType: "image/png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

const purpose = (id: DocumentId): string => `document:${id}`;

/** What the bytes are by their first bytes, whatever they were called; undefined for anything we do not keep. */
export const recogniseMediaType = (bytes: Uint8Array): string | undefined =>
  SIGNATURES.find((signature) => signature.bytes.every((byte, i) => bytes[i] === byte))?.mediaType;

/** Attaches a scanned or photographed document, sealed with the person's key. */
export async function attachDocument(
  unit: StaffUnit,
  input: { personId: PersonId; bytes: Uint8Array },
): Promise<{ id: DocumentId; mediaType: string; size: number }> {
  const { personId, bytes } = input;
  const job = await authorise(unit, "consent.manage", { personId });
  if (bytes.length > unit.settings.documentBytes) {
    throw new CareError("tooLarge", { limit: `${Math.floor(unit.settings.documentBytes / 1_000_000)} MB` });
  }
  const mediaType = recogniseMediaType(bytes);
  if (!mediaType) throw new CareError("unreadableFile", { reason: "PDF・JPEG・PNG / PDF, JPEG, PNG" });
  const id = newId("doc");
  const sealed = await unit.vault.sealBytesFor(unit.tx, personId, bytes, purpose(id));
  const size = bytes.length;
  await insertDocument(unit.tx, { id, personId, mediaType, size, createdById: unit.actor.staffId, ...sealed });
  unit.audit({ action: "document.attach", job, personId, subjectId: id, detail: { mediaType, size } });
  return { id, mediaType, size };
}

/** A document's bytes; the reading is recorded. */
export async function readDocument(
  unit: StaffUnit,
  input: { documentId: DocumentId },
): Promise<{ mediaType: string; bytes: Buffer }> {
  const row = found(await loadDocument(unit.tx, input.documentId));
  const job = await authorise(unit, "document.read", { personId: row.personId });
  const bytes = await unit.vault.openBytesFor(unit.tx, row.personId, row, purpose(row.id));
  unit.audit({ action: "document.read", job, personId: row.personId, subjectId: row.id });
  return { mediaType: row.mediaType, bytes };
}
