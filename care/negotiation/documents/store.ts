import type { CaseDocumentId, NegotiationCaseId, StaffId } from "@tsunagi/contracts/ids";
import type { Tx } from "../../kernel/store.ts";

export interface CaseDocumentRow {
  readonly id: CaseDocumentId;
  readonly caseId: NegotiationCaseId;
  readonly kind: "summary" | "attachment";
  /** The lowest level of disclosure it may be given at. */
  readonly level: 1 | 2;
  readonly mediaType: string;
  readonly size: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly keyVersion: number;
  readonly title: string;
  readonly createdById: StaffId;
  readonly createdAt: Date;
  readonly approvedById: StaffId | null;
}

export async function insertCaseDocument(tx: Tx, row: CaseDocumentRow): Promise<void> {
  await tx.caseDocument.create({ data: row });
}

/** Documents of a case in the order they came. */
export async function documentsOf(tx: Tx, caseId: NegotiationCaseId): Promise<CaseDocumentRow[]> {
  return (await tx.caseDocument.findMany({
    where: { caseId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  })) as CaseDocumentRow[];
}
