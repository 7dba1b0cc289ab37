import type { MatrixDeviceId, PushSubscriptionId } from "@tsunagi/contracts/ids";
import type { PushAddress } from "@tsunagi/contracts/rest/notices";
import { CareError } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import type { StaffUnit } from "../../kernel/unit.ts";
import { sendPush } from "./sendPush.ts";
import { endSubscriptionsAt, endSubscriptionsOf, insertSubscription, liveSubscriptionsOf } from "./store.ts";

export const addressPurpose = (id: PushSubscriptionId): string => `push:${id}`;

/**
 * This device takes pushes from now on. What it took before ends, and so does whatever another account had at the same
 * browser: a shared telephone shows nothing of the one who signed out.
 */
export async function subscribePush(
  unit: StaffUnit,
  { deviceId, address }: { readonly deviceId: MatrixDeviceId; readonly address: PushAddress },
): Promise<PushSubscriptionId> {
  const { staffId } = unit.actor;
  const id = newId("psb");
  const endpointMark = unit.vault.indexToken("push-endpoint", address.endpoint);
  await endSubscriptionsAt(unit.tx, endpointMark, unit.now);
  await endSubscriptionsOf(unit.tx, { staffId, deviceId }, unit.now, "replaced");
  const sealed = unit.vault.sealSystem(address, addressPurpose(id));
  await insertSubscription(unit.tx, { id, staffId, deviceId, endpointMark, sealed, createdAt: unit.now });
  unit.audit({ action: "notice.subscribe", subjectId: staffId, detail: { deviceId } });
  return id;
}

export async function unsubscribePush(unit: StaffUnit, deviceId: MatrixDeviceId): Promise<{ done: true }> {
  const { staffId } = unit.actor;
  await endSubscriptionsOf(unit.tx, { staffId, deviceId }, unit.now, "off");
  unit.audit({ action: "notice.unsubscribe", subjectId: staffId, detail: { deviceId } });
  return { done: true };
}

/** Sends a push to this device, whatever its owner has chosen. @throws CareError pushNotOn */
export async function tryPush(unit: StaffUnit, deviceId: MatrixDeviceId): Promise<{ done: true }> {
  const { staffId } = unit.actor;
  const here = (await liveSubscriptionsOf(unit.tx, [staffId])).find((one) => one.deviceId === deviceId);
  if (!here) throw new CareError("pushNotOn");
  const push = { kind: "trial", urgent: false, place: "/settings/notices", receipt: null } as const;
  await sendPush(unit, here.id, push, `trial:${unit.now.getTime()}`);
  unit.audit({ action: "notice.try", subjectId: staffId, detail: { deviceId } });
  return { done: true };
}
