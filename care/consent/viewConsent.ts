import type { Relation } from "@tsunagi/contracts/codes/consent";
import type { ConsentId, PersonId } from "@tsunagi/contracts/ids";
import type { ConsentView } from "@tsunagi/contracts/rest/consent";
import type { Unit } from "../kernel/unit.ts";
import { namesOfStaff } from "../staff/names.ts";
import type { ConsentRow } from "./store.ts";

/** What is sealed in a consent. */
export interface SealedConsent {
  readonly representative: { readonly name: string; readonly relation: Relation } | null;
  readonly note: string;
}

export const consentPurpose = (id: ConsentId): string => `consent:${id}`;
export const withdrawalPurpose = (id: ConsentId): string => `consent-withdrawal:${id}`;

export async function viewConsents(
  unit: Unit,
  personId: PersonId,
  rows: readonly ConsentRow[],
): Promise<ConsentView[]> {
  const names = await namesOfStaff(
    unit.tx,
    rows.flatMap((row) => [row.recordedById, ...(row.withdrawnById ? [row.withdrawnById] : [])]),
  );
  const views: ConsentView[] = [];
  for (const row of rows) {
    const sealed = await unit.vault.openFor<SealedConsent>(unit.tx, personId, row, consentPurpose(row.id));
    views.push({
      id: row.id,
      scopes: row.scopes,
      givenBy: row.givenBy,
      representative: sealed.representative,
      method: row.method,
      givenOn: row.givenOn.toISOString().slice(0, 10),
      documentId: row.documentId,
      note: sealed.note,
      recordedBy: names.get(row.recordedById) ?? "",
      recordedAt: row.recordedAt.toISOString(),
      withdrawal: await viewWithdrawal(unit, personId, row, names),
    });
  }
  return views;
}

async function viewWithdrawal(
  unit: Unit,
  personId: PersonId,
  row: ConsentRow,
  names: ReadonlyMap<string, string>,
): Promise<ConsentView["withdrawal"]> {
  const { withdrawnAt, withdrawnById, withdrawalGivenBy, withdrawalSealed, withdrawalKeyVersion } = row;
  if (!withdrawnAt || !withdrawnById || !withdrawalGivenBy || !withdrawalSealed || withdrawalKeyVersion === null)
    return null;
  const from = { sealed: withdrawalSealed, keyVersion: withdrawalKeyVersion };
  const { reason } = await unit.vault.openFor<{ reason: string }>(unit.tx, personId, from, withdrawalPurpose(row.id));
  return { at: withdrawnAt.toISOString(), by: names.get(withdrawnById) ?? "", givenBy: withdrawalGivenBy, reason };
}
