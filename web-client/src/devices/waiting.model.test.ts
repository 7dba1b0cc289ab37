import { describe, expect, it, vi } from "vitest";
import type { OwnMatrixDevice } from "../session/ports.ts";
import { WaitingDevices } from "./waiting.model.ts";

const device = (deviceId: string, signed: boolean): OwnMatrixDevice => ({
  deviceId,
  displayName: deviceId,
  ed25519: "KEY",
  signed,
});

describe("one's own devices that wait", () => {
  it("are told as soon as they come, and no more once they are approved", async () => {
    let devices = [device("THIS", true)];
    let changed = () => undefined as unknown;
    const model = new WaitingDevices({
      deviceId: "THIS",
      ownDevices: async () => devices,
      onDevicesChanged: (listener) => {
        changed = listener as typeof changed;
        return () => undefined;
      },
    });
    model.start();
    const names = () => model.getSnapshot().map(({ deviceId }) => deviceId);
    devices = [device("THIS", true), device("NEW", false)];
    changed();
    await vi.waitFor(() => expect(names()).toEqual(["NEW"]));
    devices = [device("THIS", true), device("NEW", true)];
    changed();
    await vi.waitFor(() => expect(names()).toEqual([]));
  });
});
