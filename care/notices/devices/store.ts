import type { MatrixDeviceId, PushSubscriptionId, StaffId } from "@tsunagi/contracts/ids";
import type { Tx } from "../../kernel/store.ts";
import { keyMark } from "../../vault/sealing.ts";

type Sealed = Uint8Array<ArrayBuffer>;

/** Why a device takes no more pushes; `gone`: its push service says so. */
export type EndedBecause = "signedOut" | "off" | "replaced" | "gone";

export interface NewSubscription {
  readonly id: PushSubscriptionId;
  readonly staffId: StaffId;
  readonly deviceId: MatrixDeviceId;
  readonly endpointMark: Sealed;
  readonly sealed: Sealed;
  readonly createdAt: Date;
}

export async function insertSubscription(tx: Tx, row: NewSubscription): Promise<void> {
  await tx.pushSubscription.create({ data: row });
}

const end = (tx: Tx, where: object, at: Date, endedBecause: EndedBecause) =>
  tx.pushSubscription.updateMany({ where: { ...where, endedAt: null }, data: { endedAt: at, endedBecause } });

/** @param deviceId one of somebody's devices; all of them when left out */
export async function endSubscriptionsOf(
  tx: Tx,
  who: { readonly staffId: StaffId; readonly deviceId?: MatrixDeviceId },
  at: Date,
  because: EndedBecause,
): Promise<void> {
  await end(tx, who, at, because);
}

/** Whoever had this browser's address before takes no pushes there any more. */
export async function endSubscriptionsAt(tx: Tx, endpointMark: Sealed, at: Date): Promise<void> {
  await end(tx, { endpointMark }, at, "replaced");
}

export async function endSubscription(tx: Tx, id: PushSubscriptionId, at: Date, because: EndedBecause): Promise<void> {
  await end(tx, { id }, at, because);
}

export interface LiveSubscription {
  readonly id: PushSubscriptionId;
  readonly staffId: StaffId;
  readonly deviceId: MatrixDeviceId;
  readonly sealed: Sealed;
}

const ALIVE = { endedAt: null, staff: { status: { in: ["active", "invited"] } } };
const COLUMNS = { id: true, staffId: true, deviceId: true, sealed: true } as const;

/** One that may be used: not ended, its owner's account neither suspended nor closed. */
export async function liveSubscription(tx: Tx, id: string): Promise<LiveSubscription | null> {
  const row = await tx.pushSubscription.findFirst({ where: { id, ...ALIVE }, select: COLUMNS });
  return row as LiveSubscription | null;
}

export async function liveSubscriptionsOf(tx: Tx, staffIds: readonly string[]): Promise<LiveSubscription[]> {
  const where = { staffId: { in: [...staffIds] }, ...ALIVE };
  return (await tx.pushSubscription.findMany({ where, select: COLUMNS, orderBy: { id: "asc" } })) as LiveSubscription[];
}

/** A key the hub keeps for itself; null before it was made. */
export async function readSecret(tx: Tx, name: string): Promise<Sealed | null> {
  return (await tx.hubSecret.findUnique({ where: { name } }))?.sealed ?? null;
}

/** The first one to be put there stays. */
export async function putSecret(tx: Tx, name: string, sealed: Sealed, at: Date): Promise<void> {
  await tx.hubSecret.createMany({ data: [{ name, sealed, createdAt: at }], skipDuplicates: true });
}

/** Live subscriptions, and the hub's own keys, that are sealed with another key than `kek` (care/vault/rotateKeys). */
export async function sealedByOthers(
  tx: Tx,
  kek: string,
  limit: number,
): Promise<{ what: "subscription" | "secret"; id: string; sealed: Sealed }[]> {
  const mark = keyMark(kek);
  return tx.$queryRaw`
    select * from (
      select 'subscription' as what, id, sealed from push_subscription where ended_at is null
      union all select 'secret', name, sealed from hub_secret) as kept
    where substring(sealed from 1 for ${mark.length}::int) <> ${mark}
    order by id limit ${limit}`;
}

export async function replaceSealing(tx: Tx, what: "subscription" | "secret", id: string, sealed: Sealed) {
  if (what === "subscription") await tx.pushSubscription.update({ where: { id }, data: { sealed } });
  else await tx.hubSecret.update({ where: { name: id }, data: { sealed } });
}
