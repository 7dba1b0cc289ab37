import type { PersonId } from "@tsunagi/contracts/ids";
import type { Tx } from "../kernel/store.ts";

export interface StoredPersonKey {
  readonly personId: PersonId;
  readonly version: number;
  readonly kek: string;
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

export async function insertPersonKey(tx: Tx, key: StoredPersonKey): Promise<void> {
  await tx.personKey.create({ data: key });
}

export async function latestPersonKey(tx: Tx, personId: PersonId): Promise<StoredPersonKey> {
  const row = await tx.personKey.findFirstOrThrow({ where: { personId }, orderBy: { version: "desc" } });
  return { ...row, personId };
}

export async function loadPersonKey(tx: Tx, personId: PersonId, version: number): Promise<StoredPersonKey> {
  const row = await tx.personKey.findUniqueOrThrow({ where: { personId_version: { personId, version } } });
  return { ...row, personId };
}

/** All versions of the keys of these people, in one round trip. */
export async function loadPersonKeys(tx: Tx, personIds: readonly PersonId[]): Promise<StoredPersonKey[]> {
  const rows = await tx.personKey.findMany({ where: { personId: { in: [...personIds] } } });
  return rows.map((row) => ({ ...row, personId: row.personId as PersonId }));
}

/** Keys not wrapped by `kek`, a batch at a time. */
export async function keysWrappedByOthers(tx: Tx, kek: string, limit: number): Promise<StoredPersonKey[]> {
  const rows = await tx.personKey.findMany({ where: { kek: { not: kek } }, take: limit, orderBy: { personId: "asc" } });
  return rows.map((row) => ({ ...row, personId: row.personId as PersonId }));
}

export async function replaceWrapping(tx: Tx, key: StoredPersonKey): Promise<void> {
  const { personId, version, kek, wrapped } = key;
  await tx.personKey.update({ where: { personId_version: { personId, version } }, data: { kek, wrapped } });
}
