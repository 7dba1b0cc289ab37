import type { ImportState, ServiceSystem } from "@tsunagi/contracts/codes/organisationKinds";
import type { OpenDataImportId, StaffId } from "@tsunagi/contracts/ids";
import type { Tx } from "../../kernel/store.ts";

/** One load of an open-data file as it is kept. */
export interface ImportRow {
  readonly id: OpenDataImportId;
  readonly fileName: string;
  readonly state: Exclude<ImportState, "stopped">;
  readonly system: ServiceSystem | null;
  readonly bytesTotal: bigint;
  readonly bytesRead: bigint;
  readonly rows: number;
  readonly organisationsCreated: number;
  readonly organisationsUpdated: number;
  readonly servicesCreated: number;
  readonly servicesUpdated: number;
  readonly rejected: number;
  readonly problem: string | null;
  readonly startedAt: Date;
  readonly movedAt: Date;
}

export async function insertImport(
  tx: Tx,
  run: Pick<ImportRow, "id" | "fileName" | "bytesTotal"> & { readonly startedById: StaffId | null; readonly at: Date },
): Promise<void> {
  const { at, ...data } = run;
  await tx.openDataImport.create({ data: { ...data, state: "waiting", startedAt: at, movedAt: at } });
}

export async function loadImportRow(tx: Tx, id: OpenDataImportId): Promise<ImportRow | null> {
  return (await tx.openDataImport.findUnique({ where: { id } })) as ImportRow | null;
}

/** @returns false when somebody has begun it before */
export async function beginImport(tx: Tx, id: OpenDataImportId, movedAt: Date): Promise<boolean> {
  const where = { id, state: "waiting" };
  const { count } = await tx.openDataImport.updateMany({ where, data: { state: "running", movedAt } });
  return count === 1;
}

export async function endImport(
  tx: Tx,
  id: OpenDataImportId,
  end: { readonly state: "done" | "failed"; readonly problem: string | null; readonly movedAt: Date },
): Promise<void> {
  await tx.openDataImport.update({ where: { id }, data: end });
}

/** What a batch adds to an import's numbers. */
export type ImportProgress = Pick<
  ImportRow,
  "rows" | "organisationsCreated" | "organisationsUpdated" | "servicesCreated" | "servicesUpdated" | "rejected"
>;

export async function addProgress(
  tx: Tx,
  id: OpenDataImportId,
  added: ImportProgress,
  now: { readonly system: ServiceSystem; readonly bytesRead: bigint; readonly movedAt: Date },
): Promise<void> {
  const increments = Object.fromEntries(Object.entries(added).map(([name, increment]) => [name, { increment }]));
  await tx.openDataImport.update({ where: { id }, data: { ...increments, ...now } });
}

interface Rejection {
  readonly line: number;
  readonly ja: string;
  readonly en: string;
}

export async function insertRejections(tx: Tx, importId: OpenDataImportId, rows: readonly Rejection[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.openDataRejection.createMany({ data: rows.map(({ line, ja, en }) => ({ importId, line, ja, en })) });
}

/** In the order of the file; one more than `limit` when there is more. */
export async function rejectionsAfter(
  tx: Tx,
  importId: OpenDataImportId,
  after: number,
  limit: number,
): Promise<Rejection[]> {
  return tx.openDataRejection.findMany({
    where: { importId, line: { gt: after } },
    orderBy: { line: "asc" },
    take: limit + 1,
    select: { line: true, ja: true, en: true },
  });
}
