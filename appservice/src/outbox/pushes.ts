import type { Care } from "@tsunagi/care/kernel/unit";
import { endSubscription, liveSubscription } from "@tsunagi/care/notices/devices/store";
import { addressPurpose } from "@tsunagi/care/notices/devices/subscribe";
import { vapidKeys } from "@tsunagi/care/notices/devices/vapid";
import { settleDelivery } from "@tsunagi/care/notices/store";
import type { PushAddress } from "@tsunagi/contracts/rest/notices";
import type { PushService } from "../push/pushService.ts";
import type { Deliverers } from "./outbox.ts";

/**
 * One push to one device. A repetition after a crash is a second push with the same receipt: its notification takes the
 * place of the first.
 */
export function pushDeliverers(care: Care, service: PushService): Pick<Deliverers, "push.send"> {
  return {
    "push.send": async ({ payload: { id, push } }) => {
      const ready = await care.asSystem(
        "push.send",
        async (unit) => {
          const device = await liveSubscription(unit.tx, id);
          if (!device) return null;
          const address = unit.vault.openSystem<PushAddress>(device.sealed, addressPurpose(id));
          return { address, keys: await vapidKeys(unit) };
        },
        { audited: false },
      );
      const { language } = ready?.address ?? {};
      const taken = ready && language ? await service.send(ready.address, { ...push, language }, ready.keys) : "gone";
      const ended = ready !== null && taken === "gone";
      if (!(push.receipt || ended)) return taken;
      await care.asSystem(
        "push.sent",
        async ({ tx, now }) => {
          if (push.receipt) await settleDelivery(tx, push.receipt, now, taken === "taken");
          if (ended) await endSubscription(tx, id, now, "gone");
        },
        { audited: false },
      );
      return taken;
    },
  };
}
