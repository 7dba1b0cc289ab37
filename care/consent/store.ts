import type { ConsentGiver, ConsentMethod, ConsentScope } from "@tsunagi/contracts/codes/consent";
import type { ConsentId, DocumentId, PersonId, StaffId } from "@tsunagi/contracts/ids";
import type { Tx } from "../kernel/store.ts";

export interface ConsentRow {
  readonly id: ConsentId;
  readonly personId: PersonId;
  readonly scopes: ConsentScope[];
  readonly givenBy: ConsentGiver;
  readonly method: ConsentMethod;
  readonly givenOn: Date;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly keyVersion: number;
  readonly documentId: DocumentId | null;
  readonly recordedById: StaffId;
  readonly recordedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnById: StaffId | null;
  readonly withdrawalGivenBy: ConsentGiver | null;
  readonly withdrawalSealed: Uint8Array<ArrayBuffer> | null;
  readonly withdrawalKeyVersion: number | null;
}

export type NewConsent = Omit<
  ConsentRow,
  "withdrawnAt" | "withdrawnById" | "withdrawalGivenBy" | "withdrawalSealed" | "withdrawalKeyVersion"
>;

export async function insertConsent(tx: Tx, consent: NewConsent): Promise<void> {
  await tx.consent.create({ data: consent });
}

export async function loadConsent(tx: Tx, id: ConsentId): Promise<ConsentRow | null> {
  return (await tx.consent.findUnique({ where: { id } })) as ConsentRow | null;
}

export async function consentsOf(tx: Tx, personId: PersonId): Promise<ConsentRow[]> {
  return (await tx.consent.findMany({ where: { personId }, orderBy: { recordedAt: "desc" } })) as ConsentRow[];
}

export async function consentCoverage(
  tx: Tx,
  personId: PersonId,
): Promise<{ scopes: ConsentScope[]; withdrawnAt: Date | null }[]> {
  const rows = await tx.consent.findMany({ where: { personId }, select: { scopes: true, withdrawnAt: true } });
  return rows as { scopes: ConsentScope[]; withdrawnAt: Date | null }[];
}

export async function markWithdrawn(
  tx: Tx,
  id: ConsentId,
  data: {
    withdrawnAt: Date;
    withdrawnById: StaffId;
    withdrawalGivenBy: ConsentGiver;
    withdrawalSealed: Uint8Array<ArrayBuffer>;
    withdrawalKeyVersion: number;
  },
): Promise<void> {
  await tx.consent.update({ where: { id }, data });
}

export interface DocumentRow {
  readonly id: DocumentId;
  readonly personId: PersonId;
  readonly mediaType: string;
  readonly size: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
  readonly keyVersion: number;
}

export async function insertDocument(tx: Tx, document: DocumentRow & { createdById: StaffId }): Promise<void> {
  await tx.document.create({ data: document });
}

export async function loadDocument(tx: Tx, id: DocumentId): Promise<DocumentRow | null> {
  return (await tx.document.findUnique({ where: { id } })) as DocumentRow | null;
}
