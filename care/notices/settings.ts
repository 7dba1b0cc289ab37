import type { MatrixDeviceId, PushSubscriptionId } from "@tsunagi/contracts/ids";
import type { NoticeSettings } from "@tsunagi/contracts/rest/notices";
import type { StaffUnit } from "../kernel/unit.ts";
import { liveSubscriptionsOf } from "./devices/store.ts";
import { vapidKeys } from "./devices/vapid.ts";
import { putSettings, settingsOf } from "./store.ts";

export interface SettingsView {
  readonly settings: NoticeSettings;
  readonly vapidKey: string;
  readonly subscription: PushSubscriptionId | null;
  readonly devices: number;
}

/** What one wants to be told, and whether the device one sits at takes pushes. */
export async function readNoticeSettings(unit: StaffUnit, deviceId: MatrixDeviceId): Promise<SettingsView> {
  const { staffId } = unit.actor;
  const devices = await liveSubscriptionsOf(unit.tx, [staffId]);
  unit.audit({ action: "notice.readSettings", subjectId: staffId });
  return {
    settings: (await settingsOf(unit.tx, [staffId]))(staffId),
    vapidKey: (await vapidKeys(unit)).publicKey,
    subscription: devices.find((device) => device.deviceId === deviceId)?.id ?? null,
    devices: devices.length,
  };
}

export async function saveNoticeSettings(unit: StaffUnit, settings: NoticeSettings): Promise<NoticeSettings> {
  const { staffId } = unit.actor;
  await putSettings(unit.tx, staffId, settings, unit.now);
  unit.audit({ action: "notice.settings", subjectId: staffId, detail: { duty: settings.duty } });
  return settings;
}
