import { deviceCode } from "@tsunagi/contracts/deviceCode";
import { describe, expect, it } from "vitest";
import { joinDevices } from "./ownDevices.ts";

type HubDevice = Parameters<typeof joinDevices>[1][number];

const USER = "@kan:example.org";
const hubDevice = (deviceId: string, extra: Partial<HubDevice> = {}): HubDevice =>
  ({
    deviceId,
    displayName: "",
    code: "0".repeat(16),
    state: "waiting",
    current: false,
    lastSeenAt: null,
    ...extra,
  }) as HubDevice;

describe("one's own devices", () => {
  it("computes the code from the key this device knows, whatever the hub says", async () => {
    const known = [{ deviceId: "NEW", displayName: "", ed25519: "KEY", signed: false }];
    const [device] = await joinDevices(USER, [hubDevice("NEW")], known);
    expect(device).toMatchObject({ comparable: true, code: await deviceCode(USER, "NEW", "KEY") });
  });

  it("does not offer to approve a device whose key it does not know", async () => {
    const [device] = await joinDevices(USER, [hubDevice("NEW")], []);
    expect(device?.comparable).toBe(false);
  });

  it("begins with this device, then the one used last", async () => {
    const devices = [
      hubDevice("OLD", { lastSeenAt: "2026-01-01T00:00:00.000Z" }),
      hubDevice("LATE", { lastSeenAt: "2026-11-01T00:00:00.000Z" }),
      hubDevice("HERE", { current: true }),
    ];
    const order = (await joinDevices(USER, devices, [])).map(({ deviceId }) => deviceId);
    expect(order).toEqual(["HERE", "LATE", "OLD"]);
  });
});
