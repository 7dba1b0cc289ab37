import type { CaseDocumentId, PersonId } from "@tsunagi/contracts/ids";
import type { CaseDocumentView } from "@tsunagi/contracts/rest/negotiation";
import type { Unit } from "../../kernel/unit.ts";
import { namesOfStaff } from "../../staff/names.ts";
import type { CaseDocumentRow } from "./store.ts";

export const caseDocumentPurpose = (id: CaseDocumentId): string => `case-document:${id}`;

/** Documents with a summary's text; files come by their bytes. */
export async function viewDocuments(
  unit: Unit,
  personId: PersonId,
  rows: readonly CaseDocumentRow[],
): Promise<CaseDocumentView[]> {
  const names = await namesOfStaff(
    unit.tx,
    rows.flatMap(({ approvedById }) => (approvedById ? [approvedById] : [])),
  );
  const views: CaseDocumentView[] = [];
  for (const row of rows) {
    const bytes =
      row.kind === "summary"
        ? await unit.vault.openBytesFor(unit.tx, personId, row, caseDocumentPurpose(row.id))
        : null;
    views.push({
      id: row.id,
      kind: row.kind,
      title: row.title,
      level: row.level,
      mediaType: row.mediaType,
      size: row.size,
      text: bytes?.toString("utf8") ?? "",
      approvedBy: row.approvedById ? (names.get(row.approvedById) ?? "") : null,
      createdAt: row.createdAt.toISOString(),
    });
  }
  return views;
}
