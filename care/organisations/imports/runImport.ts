import type { OpenDataImportId } from "@tsunagi/contracts/ids";
import type { OpenDataImportView } from "@tsunagi/contracts/rest/organisations";
import { CareError, found } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import type { Care, Unit } from "../../kernel/unit.ts";
import { type Entry, OpenDataReader } from "../readOpenData.ts";
import { type Batch, storeBatch } from "./batch.ts";
import { beginImport, endImport, insertImport, loadImportRow } from "./store.ts";
import { viewImport } from "./view.ts";

/** Rows in one transaction: enough to be quick, few enough to be little. */
const BATCH_ROWS = 1000;

/** Runs each act of an import for the one who started it. */
export type ActAs = <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;

export interface ImportSource {
  readonly importId: OpenDataImportId;
  /** The file's bytes, piece by piece. */
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly onProgress?: (bytesRead: number) => void;
}

/**
 * Loads a public open-data file as its bytes come, batch by batch: no more of it than a batch is ever in memory, and
 * what is loaded stays when the rest is broken off. The key is (事業所番号, サービスの種類): a second load updates, nothing
 * is ever deleted, since missing from a later release does not mean closed. Every row that is not taken is kept with
 * its line and reason.
 * @throws CareError unreadableFile, tooLarge, importStarted; the import says so, too
 */
export async function runImport(care: Care, as: ActAs, source: ImportSource): Promise<OpenDataImportView> {
  const { importId } = source;
  await as(async (unit) => {
    if (!(await beginImport(unit.tx, importId, unit.now))) throw new CareError("importStarted");
    unit.audit({ action: "organisation.import", subjectId: importId, detail: { begun: true } });
  });
  try {
    const store = (batch: Batch) => care.asSystem(importId, (unit) => storeBatch(unit, batch), { audited: false });
    await readAll(source, store);
  } catch (error) {
    const { code, values } = error instanceof CareError ? error : new CareError("unexpected", { id: importId });
    await as((unit) => finish(unit, importId, "failed", JSON.stringify({ code, values })));
    throw error;
  }
  return as((unit) => finish(unit, importId, "done", null));
}

/** Reads the next batch while the last one is being written. */
async function readAll(
  { importId, bytes, onProgress }: ImportSource,
  store: (batch: Batch) => Promise<unknown>,
): Promise<void> {
  const reader = new OpenDataReader();
  let waiting: Entry[] = [];
  let bytesRead = 0;
  let writing: Promise<unknown> = Promise.resolve();
  /** Writes what waits, a batch at a time, while there is as much as `least`. */
  const write = async (least: number) => {
    const { format } = reader;
    while (format && waiting.length >= least) {
      await writing;
      const entries = waiting.slice(0, BATCH_ROWS);
      waiting = waiting.slice(BATCH_ROWS);
      onProgress?.(bytesRead);
      writing = store({ importId, system: format.system, entries, bytesRead });
      writing.catch(() => undefined); // thrown where it is waited for
    }
  };
  try {
    for await (const piece of bytes) {
      waiting.push(...reader.push(piece));
      bytesRead += piece.length;
      await write(BATCH_ROWS);
    }
    waiting.push(...reader.end());
    await write(1);
  } finally {
    await writing;
  }
}

async function finish(
  unit: Unit,
  importId: OpenDataImportId,
  state: "done" | "failed",
  problem: string | null,
): Promise<OpenDataImportView> {
  await endImport(unit.tx, importId, { state, problem, movedAt: unit.now });
  const row = found(await loadImportRow(unit.tx, importId));
  const { rows, organisationsCreated, servicesCreated, rejected } = row;
  const detail = { state, rows, organisationsCreated, servicesCreated, rejected };
  unit.audit({ action: "organisation.import", subjectId: importId, detail });
  return viewImport(row, unit.now);
}

/** An import by the hub itself, from the command line. */
export async function importFile(
  care: Care,
  { fileName, size, ...source }: Omit<ImportSource, "importId"> & { readonly fileName: string; readonly size: number },
): Promise<OpenDataImportView> {
  const as: ActAs = (work) => care.asSystem("import", work);
  const importId = newId("imp");
  await care.asSystem(
    "import",
    ({ tx, now }) => insertImport(tx, { id: importId, fileName, bytesTotal: BigInt(size), startedById: null, at: now }),
    { audited: false },
  );
  return runImport(care, as, { ...source, importId });
}
