import { approveDevice, listDeviceRequests, rejectDevice } from "@tsunagi/care/devices/decideDevice";
import { reviewDevicesOf, signOutDevice, signOutDeviceOf } from "@tsunagi/care/devices/signOutDevice";
import type { Care } from "@tsunagi/care/kernel/unit";
import { deviceCode } from "@tsunagi/contracts/deviceCode";
import { type MatrixUserId, matrixDeviceId } from "@tsunagi/contracts/ids";
import { api } from "@tsunagi/contracts/rest/api";
import type { EncryptedBot } from "../../crypto/encryptedBot.ts";
import type { Homeserver } from "../../matrix/homeserver.ts";
import { careRoute, plainRoute } from "../route.ts";
import { callerOf, present } from "./session.ts";

export interface DeviceRoutes {
  readonly care: Care;
  readonly homeserver: Homeserver;
  readonly bot: EncryptedBot;
  readonly operatorUserId: string;
}

interface SynapseDevice {
  readonly device_id: string;
  readonly display_name: string | null;
  readonly last_seen_ts: number | null;
}

export const deviceRoutes = (d: DeviceRoutes) => ({
  listOwnDevices: plainRoute(api.listOwnDevices, async ({ signedIn }) => {
    const { staff, session } = present(signedIn);
    return { devices: await devicesOf(d, staff.userId, session.deviceId) };
  }),
  listDevicesOf: plainRoute(api.listDevicesOf, async (context, { params }) => {
    const userId = await d.care.asStaff(callerOf(context), (unit) => reviewDevicesOf(unit, params));
    return { devices: await devicesOf(d, userId, undefined) };
  }),
  signOutDeviceOf: careRoute(api.signOutDeviceOf, (unit, { params }) => signOutDeviceOf(unit, params)),
  signOutOwnDevice: careRoute(api.signOutOwnDevice, (unit, { params }) => signOutDevice(unit, params)),
  listDeviceRequests: careRoute(api.listDeviceRequests, (unit) => listDeviceRequests(unit)),
  approveDevice: careRoute(api.approveDevice, (unit, { params, body }) => approveDevice(unit, { ...params, ...body })),
  rejectDevice: careRoute(api.rejectDevice, (unit, { params }) => rejectDevice(unit, params)),
});

/** Devices with encryption, as the homeserver and the keeper know them. @param current whose page this is */
async function devicesOf(d: DeviceRoutes, userId: MatrixUserId, current: string | undefined) {
  const path = `/_synapse/admin/v2/users/${encodeURIComponent(userId)}/devices`;
  const { devices } = await d.homeserver.json<{ devices: SynapseDevice[] }>("GET", path, {
    as: { userId: d.operatorUserId },
  });
  const facts = (await d.bot.trust.inspect(userId, true)).devices;
  const found = [];
  for (const device of devices) {
    const known = facts.find((candidate) => candidate.deviceId === device.device_id);
    if (!known) continue; // signed in without encryption: it can read nothing
    found.push({
      deviceId: matrixDeviceId.parse(device.device_id),
      displayName: device.display_name ?? "",
      code: await deviceCode(userId, device.device_id, known.fingerprint),
      state: known.trusted ? ("approved" as const) : ("waiting" as const),
      current: device.device_id === current,
      lastSeenAt: device.last_seen_ts === null ? null : new Date(device.last_seen_ts).toISOString(),
    });
  }
  return found;
}
