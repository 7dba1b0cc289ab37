import { CareError } from "@tsunagi/care/kernel/errors";
import type { Care, StaffUnit } from "@tsunagi/care/kernel/unit";
import { subscribePush, tryPush, unsubscribePush } from "@tsunagi/care/notices/devices/subscribe";
import { reviewNotices } from "@tsunagi/care/notices/reach/reviewNotices";
import { confirmNotice, listNotices, openNotice } from "@tsunagi/care/notices/receipts";
import { readNoticeSettings, saveNoticeSettings } from "@tsunagi/care/notices/settings";
import type { MatrixDeviceId } from "@tsunagi/contracts/ids";
import { api } from "@tsunagi/contracts/rest/api";
import { APP_ID } from "../../push/gateway.ts";
import type { PushService } from "../../push/pushService.ts";
import { careRoute, type PlainContext, plainRoute } from "../route.ts";
import { callerOf, present } from "./session.ts";

export interface NoticeRoutes {
  readonly care: Care;
  readonly pushService: PushService;
  readonly pushGatewayUrl: string;
}

/** Notices: what one wants to be told, on which devices, and whether it came (R15). */
export const noticeRoutes = (d: NoticeRoutes) => {
  /** An act of the one who calls, about the device they call from. */
  const here = <T>(
    context: PlainContext,
    act: (unit: StaffUnit, deviceId: MatrixDeviceId) => Promise<T>,
  ): Promise<T> => {
    const { deviceId } = present(context.signedIn).session;
    return d.care.asStaff(callerOf(context), (unit) => act(unit, deviceId));
  };
  return {
    readNoticeSettings: plainRoute(api.readNoticeSettings, (context) => here(context, readNoticeSettings)),
    saveNoticeSettings: careRoute(api.saveNoticeSettings, (unit, { body }) => saveNoticeSettings(unit, body)),
    subscribePush: plainRoute(api.subscribePush, async (context, { body: address }) => {
      if (!d.pushService.mayCall(address.endpoint)) throw new CareError("pushAddressRefused");
      const pushkey = await here(context, (unit, deviceId) => subscribePush(unit, { deviceId, address }));
      return { pusher: { url: d.pushGatewayUrl, appId: APP_ID, pushkey } };
    }),
    unsubscribePush: plainRoute(api.unsubscribePush, (context) => here(context, unsubscribePush)),
    tryPush: plainRoute(api.tryPush, (context) => here(context, tryPush)),
    confirmNotice: plainRoute(api.confirmNotice, ({ correlationId }, { body }) =>
      d.care.asSystem(correlationId, (unit) => confirmNotice(unit, body), { audited: false }),
    ),
    listNotices: careRoute(api.listNotices, (unit) => listNotices(unit)),
    openNotice: careRoute(api.openNotice, (unit, { params }) => openNotice(unit, params)),
    reviewNotices: careRoute(api.reviewNotices, (unit) => reviewNotices(unit)),
  };
};
