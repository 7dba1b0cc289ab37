import { deviceCode } from "@tsunagi/contracts/deviceCode";
import type { listOwnDevices } from "@tsunagi/contracts/rest/devices";
import type { ResponseOf } from "@tsunagi/contracts/rest/endpoint";
import type { OwnMatrixDevice } from "../session/ports.ts";

type HubDevice = ResponseOf<typeof listOwnDevices>["devices"][number];

export interface OwnDevice extends HubDevice {
  /** This device's encryption knows its key: the code can be compared, and the device signed. */
  readonly comparable: boolean;
}

/**
 * One's own devices. The code of each is computed here, from the key this device's encryption has: what the hub says
 * about a key would prove nothing.
 */
export async function joinDevices(
  userId: string,
  fromHub: readonly HubDevice[],
  known: readonly OwnMatrixDevice[],
): Promise<readonly OwnDevice[]> {
  const byId = new Map(known.map((device) => [device.deviceId, device]));
  const joined = await Promise.all(
    fromHub.map(async (device): Promise<OwnDevice> => {
      const ed25519 = byId.get(device.deviceId)?.ed25519;
      if (!ed25519) return { ...device, comparable: false };
      return { ...device, code: await deviceCode(userId, device.deviceId, ed25519), comparable: true };
    }),
  );
  return joined.sort(byUse);
}

const byUse = (a: OwnDevice, b: OwnDevice): number =>
  Number(b.current) - Number(a.current) || (b.lastSeenAt ?? "").localeCompare(a.lastSeenAt ?? "");
