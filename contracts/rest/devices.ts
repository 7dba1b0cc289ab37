import { z } from "zod";
import { deviceApprovalId, matrixDeviceId, staffId } from "../ids.ts";
import { line } from "../text.ts";
import { done, endpoint } from "./endpoint.ts";
import { colleague } from "./staff.ts";

export const deviceStates = ["approved", "waiting", "rejected"] as const;

export const ownDevice = z.object({
  deviceId: matrixDeviceId,
  displayName: z.string(),
  /** 16 digits made from the device's key; the same on every screen that shows this device. */
  code: z.string(),
  state: z.enum(deviceStates),
  current: z.boolean(),
  lastSeenAt: z.iso.datetime().nullable(),
});

export const listOwnDevices = endpoint({
  method: "GET",
  path: "/account/devices",
  tag: "devices",
  summary: "One's own devices and whether they are approved",
  requires: "signedIn",
  limited: true,
  response: z.object({ devices: z.array(ownDevice) }),
});

export const signOutOwnDevice = endpoint({
  method: "POST",
  path: "/account/devices/{deviceId}/sign-out",
  tag: "devices",
  summary: "Sign a lost device of one's own out, at once",
  requires: "signedIn",
  params: z.object({ deviceId: matrixDeviceId }),
  response: done,
});

export const listDevicesOf = endpoint({
  method: "GET",
  path: "/staff/{staffId}/devices",
  tag: "devices",
  summary: "Devices of somebody whose account is this administrator's matter",
  requires: "device.approve",
  params: z.object({ staffId }),
  response: z.object({ devices: z.array(ownDevice) }),
});

export const signOutDeviceOf = endpoint({
  method: "POST",
  path: "/staff/{staffId}/devices/{deviceId}/sign-out",
  tag: "devices",
  summary: "Sign a lost device of somebody out, at once",
  requires: "device.approve",
  params: z.object({ staffId, deviceId: matrixDeviceId }),
  response: done,
});

export const deviceRequest = z.object({
  id: deviceApprovalId,
  staff: colleague,
  deviceId: matrixDeviceId,
  displayName: z.string(),
  requestedAt: z.iso.datetime(),
  /** The person's identity was replaced without approval: live messages and history are stopped. */
  identityReset: z.boolean(),
});
export type DeviceRequest = z.infer<typeof deviceRequest>;

export const listDeviceRequests = endpoint({
  method: "GET",
  path: "/device-requests",
  tag: "devices",
  summary:
    "Devices of one's own organisation's staff that wait for approval. Their codes are not shown: ask the person",
  requires: "device.approve",
  response: z.object({ requests: z.array(deviceRequest) }),
});

export const approveDevice = endpoint({
  method: "POST",
  path: "/device-requests/{approvalId}/approve",
  tag: "devices",
  summary: "Approve a device by typing the code the person reads from its screen",
  requires: "device.approve",
  params: z.object({ approvalId: deviceApprovalId }),
  body: z.object({ code: line(80).describe("16 digits, or the device's Ed25519 key in base64; spaces are ignored") }),
  response: done,
  problems: ["codeMismatch", "approvalDecided"],
});

export const rejectDevice = endpoint({
  method: "POST",
  path: "/device-requests/{approvalId}/reject",
  tag: "devices",
  summary: "Refuse a device and sign it out",
  requires: "device.approve",
  params: z.object({ approvalId: deviceApprovalId }),
  response: done,
  problems: ["approvalDecided"],
});
