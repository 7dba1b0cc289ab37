import type { IncidentId, OrganisationId } from "@tsunagi/contracts/ids";
import type { Tx } from "../../kernel/store.ts";

export interface SummaryRow {
  readonly incidentId: IncidentId;
  /** Who received; null = it was ended without a hospital. */
  readonly hospitalId: OrganisationId | null;
  /** null once it has expired. */
  readonly sealed: Uint8Array<ArrayBuffer> | null;
  readonly writtenAt: Date;
  readonly expiresAt: Date;
  readonly erasedAt: Date | null;
}

export async function insertSummary(tx: Tx, row: SummaryRow): Promise<void> {
  await tx.incidentSummary.create({ data: row });
}

export async function loadSummary(tx: Tx, incidentId: IncidentId): Promise<SummaryRow | null> {
  return (await tx.incidentSummary.findUnique({ where: { incidentId } })) as SummaryRow | null;
}

/** Deletes what expired summaries say; the row stays as the trace. */
export async function eraseSummariesBefore(tx: Tx, now: Date): Promise<IncidentId[]> {
  const rows = await tx.incidentSummary.findMany({
    where: { erasedAt: null, expiresAt: { lte: now } },
    select: { incidentId: true },
  });
  const ids = rows.map(({ incidentId }) => incidentId);
  await tx.incidentSummary.updateMany({ where: { incidentId: { in: ids } }, data: { sealed: null, erasedAt: now } });
  return ids as IncidentId[];
}
