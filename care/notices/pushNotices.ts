import type { PushKind } from "@tsunagi/contracts/codes/notices";
import { newId } from "../kernel/ids.ts";
import type { Unit } from "../kernel/unit.ts";
import { sendPush } from "./devices/sendPush.ts";
import { liveSubscriptionsOf } from "./devices/store.ts";
import { insertDeliveries, markPushed, type NoticeRow } from "./store.ts";

/** Where everything one was told of stands. */
const NOTICES_PAGE = "/notices";

/**
 * Each notice goes to every device of its owner, with a receipt of its own: one outbox row a device.
 * @param kind what the devices are told it is, when that is not the notice's own kind
 */
export async function pushNotices(unit: Unit, notices: readonly NoticeRow[], kind?: PushKind): Promise<void> {
  if (notices.length === 0) return;
  const devices = await liveSubscriptionsOf(
    unit.tx,
    notices.map(({ staffId }) => staffId),
  );
  const byOwner = Map.groupBy(devices, ({ staffId }) => staffId);
  const sends = notices.flatMap((notice) =>
    (byOwner.get(notice.staffId) ?? []).map(({ id }) => ({ notice, id, receipt: newId("ndl") })),
  );
  await markPushed(
    unit.tx,
    notices.map(({ id }) => id),
    unit.now,
  );
  await insertDeliveries(
    unit.tx,
    sends.map(({ notice, id, receipt }) => ({
      id: receipt,
      noticeId: notice.id,
      subscriptionId: id,
      createdAt: unit.now,
    })),
  );
  for (const { notice, id, receipt } of sends) {
    const place = kind === "digest" ? NOTICES_PAGE : notice.place;
    const push = { kind: kind ?? notice.kind, urgent: notice.urgency === "urgent", place, receipt };
    await sendPush(unit, id, push, notice.id);
  }
}
