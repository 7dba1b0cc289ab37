import type { OpenDataImportId } from "@tsunagi/contracts/ids";
import type { OpenDataImportView } from "@tsunagi/contracts/rest/organisations";
import { CareError, found } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import type { Caller, Care, StaffUnit } from "../../kernel/unit.ts";
import { authorise } from "../../permissions/authorise.ts";
import { runImport } from "./runImport.ts";
import { insertImport, loadImportRow, rejectionsAfter } from "./store.ts";
import { viewImport } from "./view.ts";

/** The network's administrator announces a file. @throws CareError tooLarge */
export async function startImport(
  unit: StaffUnit,
  { fileName, bytes }: { fileName: string; bytes: number },
): Promise<OpenDataImportView> {
  const job = await authorise(unit, "organisation.manage");
  const { importBytes } = unit.settings;
  if (bytes > importBytes) throw tooLarge(importBytes);
  const id = newId("imp");
  const startedById = unit.actor.staffId;
  await insertImport(unit.tx, { id, fileName, bytesTotal: BigInt(bytes), startedById, at: unit.now });
  unit.audit({ action: "organisation.import", job, subjectId: id, detail: { bytes } });
  return viewImport(found(await loadImportRow(unit.tx, id)), unit.now);
}

/**
 * The bytes of an announced file. Each act of it asks again whether the caller may.
 * @throws CareError unreadableFile, tooLarge, importStarted
 */
export async function loadImport(
  care: Care,
  caller: Caller,
  { importId, bytes }: { importId: OpenDataImportId; bytes: AsyncIterable<Uint8Array> },
): Promise<OpenDataImportView> {
  const limit = await care.asStaff(caller, async (unit) => {
    const job = await authorise(unit, "organisation.manage");
    found(await loadImportRow(unit.tx, importId));
    unit.audit({ action: "organisation.import", job, subjectId: importId });
    return unit.settings.importBytes;
  });
  return runImport(care, (work) => care.asStaff(caller, work), { importId, bytes: upTo(limit, bytes) });
}

async function* upTo(limit: number, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const piece of bytes) {
    read += piece.length;
    if (read > limit) throw tooLarge(limit);
    yield piece;
  }
}

const tooLarge = (limit: number) => new CareError("tooLarge", { limit: `${Math.floor(limit / 1_000_000)} MB` });

/** How far an import is. */
export async function readImport(
  unit: StaffUnit,
  { importId }: { importId: OpenDataImportId },
): Promise<OpenDataImportView> {
  const job = await authorise(unit, "organisation.manage");
  unit.audit({ action: "organisation.import", job, subjectId: importId });
  return viewImport(found(await loadImportRow(unit.tx, importId)), unit.now);
}

/** Rows that were not taken, in the order of the file. */
export async function listRejections(
  unit: StaffUnit,
  { importId, after, limit }: { importId: OpenDataImportId; after: number; limit: number },
): Promise<{ rejections: { line: number; ja: string; en: string }[]; more: boolean }> {
  const job = await authorise(unit, "organisation.manage");
  const rows = await rejectionsAfter(unit.tx, importId, after, limit);
  unit.audit({ action: "organisation.import", job, subjectId: importId });
  return { rejections: rows.slice(0, limit), more: rows.length > limit };
}
